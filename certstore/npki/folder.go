package npki

// Set is what one NPKI folder holds: a certificate and its encrypted key for signing, and where there is one the pair for
// key exchange (kmCert, kmPri).
type Set struct {
	CA     string // the authority's folder: yessign, SignKorea, KICA, CrossCert, TradeSign, NCASign
	Folder string // the certificate's folder, relative to the root; "" is made from the name
	Cert   []byte // signCert.der
	Key    []byte // signPri.key, encrypted

	ExchangeCert, ExchangeKey []byte // nil where there are none
}

// Root is a folder that holds NPKI folders, and where it was found.
type Root struct {
	Path  string // of the NPKI folder itself
	Drive bool   // a USB stick or another drive
}

// Roots are the places where Korean programs keep certificates on this platform, those that exist, with names in any case.
// home is the user's home folder; env reads the environment.
func Roots(home string, env func(string) string) []Root { panic("todo") }

// Scan reads every set below an NPKI folder, whatever the case of names. Folders that hold none, or one that cannot be
// read, are told in skipped, which is never a reason to fail.
func Scan(root string) (sets []Set, skipped []error, err error) { panic("todo") }

// ReadPath reads a folder, a certificate file, or a key file with the certificate beside it.
func ReadPath(path string) (Set, error) { panic("todo") }

// Write writes a set below an NPKI folder, whole or not at all: new folders are for their owner alone, files 0600. A set of the same name is replaced.
func Write(root string, s Set) error { panic("todo") }

// Remove removes a set that Scan found.
func Remove(root string, s Set) error { panic("todo") }
