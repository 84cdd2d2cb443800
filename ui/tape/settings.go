package tape

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
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
	width, height     int
	fontSize, padding int
}

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
		fontSize:    22, padding: 60,
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

// settings are the settings of VHS 0.11, then this program's.
var settings = map[string]setting{
	"Shell": {kind: textValue}, "FontFamily": {kind: textValue}, "MarginFill": {kind: textValue},
	"LetterSpacing": {kind: decimal}, "LineHeight": {kind: decimal}, "PlaybackSpeed": {kind: decimal},
	"Framerate": {kind: number}, "Margin": {kind: number}, "WindowBarSize": {kind: number},
	"BorderRadius": {kind: number}, "LoopOffset": {kind: percent}, "CursorBlink": {kind: boolean},
	"WindowBar":   {kind: choice, choices: []string{"", "Colorful", "ColorfulRight", "Rings", "RingsRight"}},
	"FontSize":    {kind: number, apply: integer(func(s *Settings, n int) { s.fontSize = n }, 1)},
	"Padding":     {kind: number, apply: integer(func(s *Settings, n int) { s.padding = n }, 0)},
	"Width":       {kind: number, apply: integer(func(s *Settings, n int) { s.width = n }, 1)},
	"Height":      {kind: number, apply: integer(func(s *Settings, n int) { s.height = n }, 1)},
	"TypingSpeed": {kind: span, live: true, apply: timeSpan(func(s *Settings, d time.Duration) { s.TypingSpeed = d })},
	"WaitTimeout": {kind: span, live: true, apply: timeSpan(func(s *Settings, d time.Duration) { s.WaitTimeout = d })},
	"WaitPattern": {kind: regex, live: true, apply: applyPattern},
	"Theme":       {kind: theme, apply: applyTheme},

	"Lang":   {kind: choice, choices: []string{"en", "ko"}, apply: word(func(s *Settings, v string) { s.Lang = v })},
	"Glyphs": {kind: choice, choices: []string{"auto", "unicode", "ascii"}, apply: word(func(s *Settings, v string) { s.Glyphs = v })},
	"Clock":  {kind: textValue, apply: applyClock},
	"Seed":   {kind: number, apply: applySeed},
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
	re, err := regexp.Compile(value)
	if err != nil {
		return fmt.Errorf("the pattern is wrong: %s", strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	s.WaitPattern = re
	return nil
}

// applyTheme sets this program's themes; VHS's are for its pictures.
func applyTheme(s *Settings, value string) error {
	switch value {
	case "auto", "light", "dark", "mono":
		s.Theme = value
	}
	return nil
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
		return nil
	}
	w, h := s.width, s.height
	if w == 0 {
		w = 1200
	}
	if h == 0 {
		h = 600
	}
	s.Width = max(w-2*s.padding, 0) * 10 / (s.fontSize * 6)
	s.Height = max(h-2*s.padding, 0) * 10 / (s.fontSize * 12)
	if s.Width < 1 || s.Height < 1 || s.Width > 1000 || s.Height > 1000 {
		return fmt.Errorf("%dx%d pixels with FontSize %d and Padding %d is a window of %dx%d cells",
			w, h, s.fontSize, s.padding, s.Width, s.Height)
	}
	return nil
}
