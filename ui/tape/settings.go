package tape

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"smartbank/ui/headless"
)

// Settings are what a tape is played with.
type Settings struct {
	// Width and Height are the window's size in cells; 80 and 24 if not set.
	Width, Height int
	// Lang is "en", the default, or "ko".
	Lang string
	// Theme is "auto", the default, "light", "dark" or "mono".
	Theme string
	// Glyphs is "auto", the default, "unicode" or "ascii".
	Glyphs string
	// Clock is when the tape begins; 10 in the morning of 5 November 2026 in Seoul
	// if not set.
	Clock time.Time
	// Seed is where chance begins; 1 if not set.
	Seed int64
	// Program is the program that the tape plays first, one of [Programs]; "bank" if
	// not set.
	Program string
	// User is the customer who is signed in when the tape begins; nobody if "".
	User string
	// Fault is what goes wrong in the bank, one of [Faults] or the code of a refusal, such as SIGN-06; nothing if "".
	Fault string
	// Picture is how screens are drawn.
	Picture headless.Picture
	// CastVersion is the version of asciicast that recordings have; 2 if not set.
	CastVersion int
	// Env are the variables of Env commands, as "NAME=value".
	Env []string
	// TypingSpeed is the time after each key; 50 ms if not set.
	TypingSpeed time.Duration
	// WaitTimeout is the most that a Wait waits; 15 s if not set.
	WaitTimeout time.Duration
	// WaitPattern is what a Wait without a pattern waits for; a line that ends in
	// ">" if not set, as in VHS.
	WaitPattern *regexp.Regexp

	// As VHS counts, in pixels.
	width, height int
	padding       *int
}

// Faults are what a tape can make go wrong in the bank: it ends after the debit,
// or before the commit; its disk is full; its file is locked.
var Faults = []string{"after-debit", "before-commit", "disk-full", "locked"}

// refusalRE is the code of a refusal; which codes there are, the bank knows.
var refusalRE = regexp.MustCompile(`^[A-Z]{2,4}-[0-9]{2}$`)

// vhsPadding is VHS's Padding where it is not set.
const vhsPadding = 60

// Defaults are the settings of a tape that sets none.
func Defaults() Settings {
	return Settings{
		Width: 80, Height: 24,
		Lang: "en", Theme: "auto", Glyphs: "auto",
		Clock:       time.Date(2026, 11, 5, 10, 0, 0, 0, time.FixedZone("KST", 9*60*60)),
		Seed:        1,
		TypingSpeed: 50 * time.Millisecond,
		WaitTimeout: 15 * time.Second,
		WaitPattern: regexp.MustCompile(`>$`),
		Program:     Programs[0],
		Picture:     headless.Pictured(),
		CastVersion: 2,
	}
}

// setting is one setting: how its value is written and what it does.
type setting struct {
	kind    valueKind
	choices []string // for choice
	// apply puts the value into the settings; nil where only VHS's pictures use it.
	apply func(s *Settings, value string) error
	// live tells whether it may change while the tape plays.
	live bool
}

// settings are the settings of VHS 0.11, then this program's. Of the shells VHS has an example with ksh, which it does
// not know: none is run here.
var settings = map[string]setting{
	"Shell": {kind: choice, choices: []string{"bash", "cmd", "fish", "ksh", "nu", "osh", "powershell", "pwsh", "xonsh", "zsh"}},

	"FontFamily": {kind: textValue}, "PlaybackSpeed": {kind: decimal}, "Framerate": {kind: number},
	"LoopOffset": {kind: percent}, "CursorBlink": {kind: boolean},

	"LetterSpacing": {kind: decimal, apply: fraction(func(s *Settings, n float64) { s.Picture.LetterSpacing = n })},
	"LineHeight":    {kind: decimal, apply: fraction(func(s *Settings, n float64) { s.Picture.LineHeight = n })},
	"FontSize":      {kind: number, apply: integer(func(s *Settings, n int) { s.Picture.FontSize = n }, 1)},
	"Padding":       {kind: number, apply: integer(func(s *Settings, n int) { s.padding = &n }, 0)},
	"Margin":        {kind: number, apply: integer(func(s *Settings, n int) { s.Picture.Margin = n }, 0)},
	"MarginFill":    {kind: textValue, apply: applyFill},
	"WindowBar":     {kind: choice, choices: []string{"", "Colorful", "ColorfulRight", "Rings", "RingsRight"}, apply: word(func(s *Settings, v string) { s.Picture.WindowBar = v })},
	"WindowBarSize": {kind: number, apply: integer(func(s *Settings, n int) { s.Picture.WindowBarSize = n }, 0)},
	"BorderRadius":  {kind: number, apply: integer(func(s *Settings, n int) { s.Picture.BorderRadius = n }, 0)},
	"Width":         {kind: number, apply: integer(func(s *Settings, n int) { s.width = n }, 1)},
	"Height":        {kind: number, apply: integer(func(s *Settings, n int) { s.height = n }, 1)},
	"TypingSpeed":   {kind: shortSpan, live: true, apply: timeSpan(func(s *Settings, d time.Duration) { s.TypingSpeed = d })},
	"WaitTimeout":   {kind: span, live: true, apply: timeSpan(func(s *Settings, d time.Duration) { s.WaitTimeout = d })},
	"WaitPattern":   {kind: regex, live: true, apply: applyPattern},
	"Theme":         {kind: theme, apply: applyTheme},

	"Lang":        {kind: choice, choices: []string{"en", "ko"}, apply: word(func(s *Settings, v string) { s.Lang = v })},
	"Glyphs":      {kind: choice, choices: []string{"auto", "unicode", "ascii"}, apply: word(func(s *Settings, v string) { s.Glyphs = v })},
	"Program":     {kind: choice, choices: Programs, apply: word(func(s *Settings, v string) { s.Program = v })},
	"Fault":       {kind: faultName, apply: word(func(s *Settings, v string) { s.Fault = v })},
	"User":        {kind: textValue, apply: word(func(s *Settings, v string) { s.User = v })},
	"CastVersion": {kind: number, apply: applyCast},
	"Clock":       {kind: textValue, apply: applyClock},
	"Seed":        {kind: number, apply: applySeed},
}

// word is a setting that takes its value as it is.
func word(set func(*Settings, string)) func(*Settings, string) error {
	return func(s *Settings, value string) error {
		set(s, value)
		return nil
	}
}

// integer is a setting of a whole number, from least to 100,000.
func integer(set func(*Settings, int), least int) func(*Settings, string) error {
	return func(s *Settings, value string) error {
		n, err := strconv.Atoi(value)
		if err != nil || n < least || n > 100_000 {
			return fmt.Errorf("%s is not a whole number from %d to 100000", value, least)
		}
		set(s, n)
		return nil
	}
}

// fraction is a setting of a number, from -100 to 100.
func fraction(set func(*Settings, float64)) func(*Settings, string) error {
	return func(s *Settings, value string) error {
		n, err := strconv.ParseFloat(value, 64)
		if err != nil || math.Abs(n) > 100 {
			return fmt.Errorf("%s is not a number from -100 to 100", value)
		}
		set(s, n)
		return nil
	}
}

// timeSpan is a setting of a time.
func timeSpan(set func(*Settings, time.Duration)) func(*Settings, string) error {
	return func(s *Settings, value string) error {
		d, err := time.ParseDuration(value)
		if err != nil {
			return fmt.Errorf("%s is not a time", value)
		}
		set(s, d)
		return nil
	}
}

func applyPattern(s *Settings, value string) error {
	re, err := compile(value)
	if err != nil {
		return err
	}
	s.WaitPattern = re
	return nil
}

// applyTheme sets this program's themes, or the colours of pictures: VHS's themes by
// their names, or {...}. On a light background of that name the program draws as on a light terminal.
func applyTheme(s *Settings, value string) error {
	if strings.HasPrefix(value, "{") {
		var err error
		s.Picture.Palette, err = headless.ParsePalette(value)
		return err
	}
	switch value {
	case "auto", "dark", "mono":
		s.Theme, s.Picture.Palette = value, headless.DarkPalette
		return nil
	case "light":
		s.Theme, s.Picture.Palette = value, headless.LightPalette
		return nil
	}
	palette, ok := headless.Theme(value)
	if !ok {
		return fmt.Errorf("there is no theme %q%s", value, meant(value, headless.Themes()))
	}
	s.Picture.Palette = palette
	if s.Theme = "auto"; palette.Light() {
		s.Theme = "light"
	}
	return nil
}

// applyFill sets the margin's colour. VHS also takes a picture's file.
func applyFill(s *Settings, value string) error {
	if !strings.HasPrefix(value, "#") {
		return nil
	}
	var err error
	s.Picture.MarginFill, err = headless.ParseColor(value)
	return err
}

func applyCast(s *Settings, value string) error {
	switch value {
	case "2", "3":
		s.CastVersion = int(value[0] - '0')
		return nil
	}
	return fmt.Errorf("%s is not 2 or 3", value)
}

func applyClock(s *Settings, value string) error {
	at, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return fmt.Errorf("%q is not a time like 2026-11-05T10:00:00+09:00", value)
	}
	s.Clock = at
	return nil
}

func applySeed(s *Settings, value string) error {
	seed, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return fmt.Errorf("%s is not a whole number", value)
	}
	s.Seed = seed
	return nil
}

// The largest width and height that count as cells.
const maxCells, maxLines = 300, 100

// fit sets the size in cells: Width and Height as they are when both can be
// cells, else VHS's pixels. A VHS cell is taken to be 0.6 of the font size wide
// and 1.2 high.
func (s *Settings) fit() error {
	if s.width <= maxCells && s.height <= maxLines {
		if s.width > 0 {
			s.Width = s.width
		}
		if s.height > 0 {
			s.Height = s.height
		}
		if s.padding != nil {
			s.Picture.Padding = *s.padding
		}
		return s.bearable()
	}
	w, h := s.width, s.height
	if w == 0 {
		w = 1200
	}
	if h == 0 {
		h = 600
	}
	s.Picture.Padding = vhsPadding
	if s.padding != nil {
		s.Picture.Padding = *s.padding
	}
	s.Width = max(w-2*s.Picture.Padding, 0) * 10 / (s.Picture.FontSize * 6)
	s.Height = max(h-2*s.Picture.Padding, 0) * 10 / (s.Picture.FontSize * 12)
	if s.Width < 1 || s.Height < 1 || s.Width > 1000 || s.Height > 1000 {
		return fmt.Errorf("%dx%d pixels with FontSize %d and Padding %d is a window of %dx%d cells",
			w, h, s.Picture.FontSize, s.Picture.Padding, s.Width, s.Height)
	}
	return s.bearable()
}

// The most pixels that a picture may have.
const maxPixels = 20_000_000

// bearable refuses pictures that no memory holds.
func (s *Settings) bearable() error {
	if n := s.Picture.Pixels(s.Width, s.Height); n > maxPixels {
		return fmt.Errorf("a picture would have %d pixels; %d are the most", n, maxPixels)
	}
	return nil
}
