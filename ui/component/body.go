package component

// Body builds a page line by line. It knows where typing goes, and scrolls so
// that this line is seen in a window that is too low.
type Body struct{}

// NewBody returns an empty page.
func NewBody(l Look) *Body { panic("todo") }

// Add adds lines below the ones there are.
func (b *Body) Add(lines ...string) { panic("todo") }

// Blank adds an empty line. It also ends what is kept in view with the focus.
func (b *Body) Blank() { panic("todo") }

// AddBlock adds text of several lines.
func (b *Body) AddBlock(block string) { panic("todo") }

// AddAt adds the line that has the focus: View keeps it in sight. CursorX is the
// cell of the cursor in it, below 0 where nothing is typed.
func (b *Body) AddAt(line string, cursorX int) { panic("todo") }

// Under adds lines that belong to the line before them, such as a note or what
// is wrong: if that has the focus, View keeps them in sight with it.
func (b *Body) Under(lines ...string) { panic("todo") }

// Scroll says how many lines from the top are hidden. Only a page without focus
// heeds it; View takes too much for the most there is.
func (b *Body) Scroll(offset int) { panic("todo") }

// Max is the largest offset to Scroll to in a window of h lines.
func (b *Body) Max(h int) int { panic("todo") }

// View draws the page, at most w cells wide and h lines high, and says where the
// cursor is: nil if there is none. Signs at the right edge tell of lines above and below.
func (b *Body) View(w, h int) (string, *Point) { panic("todo") }
