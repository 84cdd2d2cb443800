package tape

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
)

// Recordable is a program that can be recorded. Secret tells whether what is
// typed now may be a secret.
type Recordable interface {
	tea.Model
	Secret() bool
}

// Recorder is a program that writes down what is typed into it. What is typed
// while the program says that it may be a secret is not kept: the tape asks the
// environment for it. Create it with [NewRecorder]; it is a tea.Model.
type Recorder struct {
	inner Recordable
	now   func() time.Time
	key   [sha256.Size]byte // tells equal secrets apart from others without keeping them
	w, h  int

	lines   []string
	typed   strings.Builder
	hidden  []byte            // a secret that is being typed
	secrets map[string]string // the variables, by what tells secrets apart
	last    Press             // the key that was pressed last, and how often
	at      time.Time         // of the last key
	after   string            // the screen behind it
}

// NewRecorder records a program. Now is its clock; the 32 bytes of key are chance.
func NewRecorder(model Recordable, now func() time.Time, key [sha256.Size]byte) *Recorder {
	return &Recorder{inner: model, now: now, key: key, w: 80, h: 24, secrets: make(map[string]string), at: now()}
}

// Init starts the program.
func (r *Recorder) Init() tea.Cmd { return r.inner.Init() }

// View draws the program.
func (r *Recorder) View() tea.View { return r.inner.View() }

// Update writes down what a customer does, and hands every message on.
func (r *Recorder) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	input := true
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		r.pause()
		r.press(msg)
	case tea.PasteMsg:
		r.pause()
		r.paste(msg.Content)
	case tea.MouseClickMsg:
		r.flush()
		r.lines = append(r.lines, "# A click is not recorded.")
	case tea.WindowSizeMsg:
		input = false
		if r.w, r.h = msg.Width, msg.Height; len(r.lines) > 0 || r.typed.Len() > 0 {
			r.flush()
			r.lines = append(r.lines, fmt.Sprintf("# The window is %dx%d from here on.", r.w, r.h))
		}
	default:
		input = false
	}
	next, cmd := r.inner.Update(msg)
	if inner, ok := next.(Recordable); ok {
		r.inner = inner
	}
	if input {
		r.after = r.screen()
	}
	return r, cmd
}

// screen is what the program shows, as text.
func (r *Recorder) screen() string { return headless.NewFrame(r.inner.View(), r.w, r.h).Text() }

// noticed is the shortest pause that is recorded.
const noticed = time.Second

// pause notes what happened since the last key: that the program worked, and
// that the customer rested.
func (r *Recorder) pause() {
	passed := r.now().Sub(r.at)
	r.at = r.now()
	if r.after != "" {
		if news := news(r.after, r.screen()); news != "" {
			r.write(Wait{Scope: Screen, Pattern: regexp.MustCompile(news)})
		}
	}
	if passed >= noticed {
		r.write(Sleep{For: passed.Truncate(100 * time.Millisecond)})
	}
}

// segmentRE is a run of words on a screen: without digits, which may be others
// the next time, and without what frames are drawn with.
var segmentRE = regexp.MustCompile(`[\p{L}][\p{L} ,.?!'’()-]*[\p{L}.?!)]`)

// news is a pattern of the longest run of words that a screen has and the one
// before it had not, "" if there is none.
func news(before, screen string) string {
	best := ""
	for _, s := range segmentRE.FindAllString(screen, -1) {
		s, _, _ = strings.Cut(s, "  ")
		if s = strings.TrimSpace(s); utf8.RuneCountInString(s) > utf8.RuneCountInString(best) && !strings.Contains(before, s) {
			best = s
		}
	}
	if headless.Width(best) < 4 {
		return ""
	}
	return strings.ReplaceAll(regexp.QuoteMeta(best), "/", `\/`)
}

// press notes a key.
func (r *Recorder) press(msg tea.KeyPressMsg) {
	secret := r.inner.Secret()
	text := msg.Text
	if msg.Mod&(tea.ModCtrl|tea.ModAlt) != 0 {
		text = ""
	}
	switch {
	case text != "" && secret:
		r.flushTyped()
		r.hidden = append(r.hidden, text...)
	case secret && msg.Code == tea.KeyBackspace && len(r.hidden) > 0:
		_, n := utf8.DecodeLastRune(r.hidden)
		clear(r.hidden[len(r.hidden)-n:])
		r.hidden = r.hidden[:len(r.hidden)-n]
	case text != "":
		r.flushHidden()
		r.flushKey()
		r.typed.WriteString(text)
	default:
		r.flushTyped()
		r.flushHidden()
		r.count(msg)
	}
}

// count notes a key that types nothing; the same one several times is one line.
func (r *Recorder) count(msg tea.KeyPressMsg) {
	c, ok := pressOf(msg)
	if !ok {
		r.flushKey()
		r.lines = append(r.lines, "# The key "+msg.Keystroke()+" is not recorded.")
		return
	}
	if slices.Equal(r.last.Keys, c.Keys) && slices.Equal(r.last.Mods, c.Mods) && len(c.Mods) == 0 && r.last.Count < maxCount {
		r.last.Count++
		return
	}
	r.flushKey()
	r.last = c
}

// pressOf is a key as a tape writes it.
func pressOf(msg tea.KeyPressMsg) (Press, bool) {
	c := Press{Count: 1}
	name := msg.Keystroke()
	for _, mod := range modifiers {
		if rest, held := strings.CutPrefix(name, strings.ToLower(mod)+"+"); held && rest != "" {
			c.Mods = append(c.Mods, mod)
			name = rest
		}
	}
	for _, key := range keyNames() {
		if keyOf[key] == name {
			c.Keys = []string{key}
			return c, true
		}
	}
	if len(c.Mods) == 0 || utf8.RuneCountInString(name) != 1 || name[0] >= utf8.RuneSelf || unicode.IsControl(rune(name[0])) {
		return c, false
	}
	c.Keys = []string{name}
	return c, true
}

// paste notes a paste: what goes into a field for a secret is one.
func (r *Recorder) paste(text string) {
	r.flush()
	if r.inner.Secret() {
		r.hidden = append(r.hidden, text...)
		r.flushHidden()
		return
	}
	if strings.ContainsFunc(text, unicode.IsControl) {
		r.lines = append(r.lines, "# A paste of several lines is not recorded.")
		return
	}
	r.write(Copy{Text: text})
	r.write(Paste{})
}

// flush writes what has been gathered.
func (r *Recorder) flush() {
	r.flushTyped()
	r.flushHidden()
	r.flushKey()
}

func (r *Recorder) flushTyped() {
	if r.typed.Len() > 0 {
		r.lines = append(r.lines, lineOf(Type{Text: r.typed.String()}))
		r.typed.Reset()
	}
}

func (r *Recorder) flushKey() {
	if r.last.Count > 0 {
		r.lines = append(r.lines, lineOf(r.last))
		r.last = Press{}
	}
}

// flushHidden writes the variable of a secret, and wipes the secret.
func (r *Recorder) flushHidden() {
	if len(r.hidden) == 0 {
		return
	}
	r.flushKey()
	mac := hmac.New(sha256.New, r.key[:])
	mac.Write(r.hidden)
	which := string(mac.Sum(nil))
	if r.secrets[which] == "" {
		r.secrets[which] = fmt.Sprintf("SECRET_%d", len(r.secrets)+1)
	}
	clear(r.hidden)
	r.hidden = r.hidden[:0]
	r.lines = append(r.lines, lineOf(Type{Variable: r.secrets[which]}))
}

// write writes a command, behind what has been gathered.
func (r *Recorder) write(c Command) {
	r.flush()
	r.lines = append(r.lines, lineOf(c))
}
