// Package keymap holds every key binding of the program in one table, from which
// the key line, help and the tapes' checks are made.
package keymap

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

// Key is one entry of the table: a name, the keys that press it, and what it is
// called in the key line.
type Key struct {
	Name    string
	binding key.Binding
	show    string
	word    func(*text.Keys) string
}

// Hint is a key with what it does here, for the key line and help.
type Hint struct{ Key, Does string }

// Pressed reports whether msg is this key.
func (k Key) Pressed(msg tea.KeyPressMsg) bool { return key.Matches(msg, k.binding) }

// Hint is the key with its usual word.
func (k Key) Hint(c *text.Catalog) Hint { return Hint{k.show, k.word(&c.Keys)} }

// As is the key with another word, where it does something of its own.
func (k Key) As(does string) Hint { return Hint{k.show, does} }

// Keys are the bytes of the terminal by Bubble Tea's names, for help and tests.
func (k Key) Keys() []string { return k.binding.Keys() }

// All is the table, in the order help shows it.
var All []Key

func add(name, show string, word func(*text.Keys) string, keys ...string) Key {
	k := Key{name, key.NewBinding(key.WithKeys(keys...)), show, word}
	All = append(All, k)
	return k
}

// The table. Letters are keys only where nothing is typed.
var (
	Up          = add("up", "↑", func(k *text.Keys) string { return k.Move }, "up", "k")
	Down        = add("down", "↓", func(k *text.Keys) string { return k.Move }, "down", "j")
	Left        = add("left", "←", func(k *text.Keys) string { return k.Move }, "left", "h")
	Right       = add("right", "→", func(k *text.Keys) string { return k.Move }, "right", "l")
	PageUp      = add("page up", "PgUp", func(k *text.Keys) string { return k.Page }, "pgup")
	PageDown    = add("page down", "PgDn", func(k *text.Keys) string { return k.Page }, "pgdown")
	Home        = add("home", "Home", func(k *text.Keys) string { return k.First }, "home")
	End         = add("end", "End", func(k *text.Keys) string { return k.Last }, "end")
	Enter       = add("enter", "Enter", func(k *text.Keys) string { return k.Open }, "enter")
	Back        = add("back", "Esc", func(k *text.Keys) string { return k.Back }, "esc")
	Next        = add("next", "Tab", func(k *text.Keys) string { return k.Next }, "tab")
	Previous    = add("previous", "Shift+Tab", func(k *text.Keys) string { return k.Previous }, "shift+tab")
	Find        = add("find", "/", func(k *text.Keys) string { return k.Find }, "/")
	Help        = add("help", "F1", func(k *text.Keys) string { return k.Help }, "f1")
	Language    = add("language", "F2", func(k *text.Keys) string { return k.Language }, "f2")
	Refresh     = add("refresh", "F5", func(k *text.Keys) string { return k.Refresh }, "f5")
	When        = add("when", "F6", func(k *text.Keys) string { return k.When }, "f6")
	Recipients  = add("recipients", "F7", func(k *text.Keys) string { return k.Recipients }, "f7")
	Limits      = add("limits", "F8", func(k *text.Keys) string { return k.Limits }, "f8")
	Protections = add("protections", "F4", func(k *text.Keys) string { return k.Protections }, "f4")
	AllMenus    = add("all menus", "F10", func(k *text.Keys) string { return k.AllMenus }, "f10")
	Quit        = add("quit", "Ctrl+C", func(k *text.Keys) string { return k.Quit }, "ctrl+c")
	Turn        = add("turn", "Ctrl+R", func(k *text.Keys) string { return k.Turn }, "ctrl+r")
	Reveal      = add("reveal", "r", func(k *text.Keys) string { return k.Reveal }, "r")
	Copy        = add("copy", "y", func(k *text.Keys) string { return k.Copy }, "y")
	Export      = add("export", "e", func(k *text.Keys) string { return k.Export }, "e")
	Receipt     = add("receipt", "p", func(k *text.Keys) string { return k.Receipt }, "p")
	Flow        = add("flow", "t", func(k *text.Keys) string { return k.Flow }, "t")
	Order       = add("order", "o", func(k *text.Keys) string { return k.Order }, "o")
	Account     = add("account", "a", func(k *text.Keys) string { return k.Account }, "a")
	Save        = add("save", "Ctrl+S", func(k *text.Keys) string { return k.Save }, "ctrl+s")
	Send        = add("send", "s", func(k *text.Keys) string { return k.Send }, "s")
	List        = add("certificates", "c", func(k *text.Keys) string { return k.Certificates }, "c")
	CancelOrder = add("cancel order", "x", func(k *text.Keys) string { return k.CancelOrder }, "x")
	History     = add("history", "g", func(k *text.Keys) string { return k.History }, "g")

	Day       = add("day", "d", func(k *text.Keys) string { return k.Day }, "d")
	Favourite = add("favourite", "f", func(k *text.Keys) string { return k.Favourite }, "f")
	Values    = add("values", "v", func(k *text.Keys) string { return k.Values }, "v")

	Earlier = add("up in the order", "K", func(k *text.Keys) string { return k.Earlier }, "K", "shift+up")
	Later   = add("down in the order", "J", func(k *text.Keys) string { return k.Later }, "J", "shift+down")
	Begin   = add("begin with", "b", func(k *text.Keys) string { return k.Begin }, "b")
	Again   = add("repeat", "n", func(k *text.Keys) string { return k.Repeat }, "n")
	Country = add("country", "w", func(k *text.Keys) string { return k.Country }, "w")
	Money   = add("currency", "u", func(k *text.Keys) string { return k.Currency }, "u")
	Amend   = add("amend", "m", func(k *text.Keys) string { return k.Amend }, "m")
)
