package npki

// For the tests of this package: writing that can be stopped between its steps, and other platforms' places.
var WriteInSteps = write

// RootsOn is Roots of another platform.
func RootsOn(goos, home string, env func(string) string) []Root {
	return existing(places(goos, home, env))
}

// PlacesOn are where Roots looks on a platform, there or not: its bases, and what is added below each of them.
func PlacesOn(goos, home string, env func(string) string) (bases []string) {
	for _, p := range places(goos, home, env) {
		bases = append(bases, p.base)
	}
	return bases
}

// RootsBelow is what Roots finds where drives are mounted at base.
func RootsBelow(base string) []Root {
	return existing([]place{{base: base, each: true, names: []string{npkiFolder}, drive: true}})
}

// Again reads a key file and encodes what was read.
func Again(file []byte) ([]byte, error) {
	e, err := parseEnvelope(file)
	if err != nil {
		return nil, err
	}
	return e.der()
}

// SealBytes encrypts anything as if it were a key.
func SealBytes(content, password []byte) []byte {
	file, err := Seal(&Key{der: append(content, make([]byte, 16-len(content)%16)...)}, password, Encryption{Iterations: 1}, zeros{})
	if err != nil {
		panic(err)
	}
	return file
}

// zeros is no chance at all.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
