package component

import (
	"strings"

	"smartbank/bank/money"
	"smartbank/ui/text"
)

// Signed writes an amount without its currency, with + and in the colour of
// money in, or with the theme's minus and in that of money out.
func Signed(l Look, a money.Amount) string {
	s := SignedText(l, a)
	switch {
	case a.Minor() > 0:
		return l.Theme.In.Render(s)
	case a.Minor() < 0:
		return l.Theme.Out.Render(s)
	}
	return l.Theme.Base.Render(s)
}

// SignedText is Signed without its style, for cells of a [Table].
func SignedText(l Look, a money.Amount) string {
	switch {
	case a.Minor() > 0:
		return "+" + a.Grouped()
	case a.Minor() < 0:
		return l.Theme.Glyphs.Minus + strings.TrimPrefix(a.Grouped(), "-")
	}
	return a.Grouped()
}

// Won writes an amount with its currency: "50,000 won", "50,000원"; other
// currencies as "12.50 USD".
func Won(c *text.Catalog, a money.Amount) string {
	if a.Currency() != money.KRW {
		return a.String()
	}
	return c.Component.Won(a.Grouped())
}
