package seed

// The substitutions are computed as RFC 4269, 2.2 defines them: S(x) = A·xⁿ ⊕ b over GF(2⁸). A table of 512 numbers could
// hide a slip; an algebra with a slip in it misses every vector.

// polynomial is that of the field: x⁸+x⁶+x⁵+x+1.
const polynomial = 0x163

// substitution is what makes one of the two S-boxes: the exponent n, the matrix A, its rows from the highest bit down, and b.
type substitution struct {
	exponent int
	rows     [8]byte
	b        byte
}

var substitutions = [2]substitution{
	{247, [8]byte{0b10001010, 0b11111110, 0b10000101, 0b01000010, 0b01000101, 0b00100001, 0b10001000, 0b00010100}, 169},
	{251, [8]byte{0b01000101, 0b10000101, 0b11111110, 0b00100001, 0b10001010, 0b10001000, 0b01000010, 0b00010100}, 56},
}

// masks are m0 to m3 of the permutation in G.
var masks = [4]byte{0xfc, 0xf3, 0xcf, 0x3f}

// boxes are the S-boxes with the permutation of G worked in (SS-boxes, RFC 4269, appendix A): box i is for byte i of the
// word, counted from the lowest.
var boxes = func() (b [4][256]uint32) {
	for x := range 256 {
		both := [2]byte{substitutions[0].of(byte(x)), substitutions[1].of(byte(x))}
		for i := range b {
			for j := range 4 {
				b[i][x] |= uint32(both[i%2]&masks[(i+j)%4]) << (8 * j)
			}
		}
	}
	return b
}()

// of is the S-box at x.
func (s substitution) of(x byte) byte {
	power, square := byte(1), x
	for n := s.exponent; n != 0; n >>= 1 { // 0 to any power but 0 is 0
		if n&1 != 0 {
			power = multiply(power, square)
		}
		square = multiply(square, square)
	}
	y := s.b
	for i, row := range s.rows {
		y ^= parity(row&power) << (7 - i)
	}
	return y
}

// multiply multiplies in the field.
func multiply(x, y byte) byte {
	product, factor := 0, int(x)
	for ; y != 0; y >>= 1 {
		if y&1 != 0 {
			product ^= factor
		}
		if factor <<= 1; factor&0x100 != 0 {
			factor ^= polynomial
		}
	}
	return byte(product)
}

// parity is 1 if an odd number of bits is set.
func parity(x byte) byte {
	x ^= x >> 4
	x ^= x >> 2
	return (x ^ x>>1) & 1
}
