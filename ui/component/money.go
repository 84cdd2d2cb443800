package component

import (
	"smartbank/bank/money"
	"smartbank/ui/text"
)

// Signed writes an amount without its currency, with + and in the colour of
// money in, or with the theme's minus and in that of money out.
func Signed(l Look, a money.Amount) string { panic("todo") }

// SignedText is Signed without its style, for cells of a [Table].
func SignedText(l Look, a money.Amount) string { panic("todo") }

// Won writes an amount with its currency: "50,000 won", "50,000원"; other
// currencies as "12.50 USD".
func Won(c *text.Catalog, a money.Amount) string { panic("todo") }
