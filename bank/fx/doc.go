// Package fx is the bank's exchange rates: exact decimals, the board of a day with its notices, quotes that are
// honoured for a minute, and readers of the two files that rates come in.
//
// # Numbers
//
// A [Rate] is a whole number of millionths; nothing here is a floating-point number. Every formula names its rounding:
//
//   - base: the cross rate of two reference rates of the European Central Bank, half up to 2 decimals
//   - T/T send: base × 1.01, truncated to 2 decimals; T/T receive: base × 0.99, truncated to 2 decimals; book: base
//     without decimals — as the Export-Import Bank of Korea computes its own
//   - cash buy: base × (1 + spread), rounded up to 2 decimals; cash sell: base × (1 - spread), truncated
//   - USD conversion rate: base of one unit by that of the dollar, half up to 6 decimals
//   - a preferential rate: half up to 2 decimals
//   - an amount in won: truncated to won; in a foreign currency: truncated to its smallest unit
//
// # Sources
//
// ecb.csv are euro foreign exchange reference rates of the European Central Bank, from 2021 to 13 April 2026, as
// published. After its last day a [Market] makes days up from a seed, and says so: Demonstration.
package fx
