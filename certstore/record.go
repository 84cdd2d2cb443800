package certstore

import (
	"bytes"
	"crypto/sha256"
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"

	"smartbank/certstore/keyring"
)

// What a keyring holds of a store, each item DER of at most keyring.MaxValue bytes:
//
//	root            the root: which manifest is the one, and the wrong passwords. Writing it is what commits a change
//	journal         the blobs that a change makes and leaves behind, from before it until after it
//	<id>.<n>        the parts of a blob: the manifest, a record's certificates, its sealed keys
//
// Blobs are never changed: a change makes new ones under random names. So a root always names whole ones.
const (
	rootName    = "root"
	journalName = "journal"
	version     = 1
)

// root is the item of that name.
type root struct {
	Version    int
	Generation int64 // one more with each change, so that one sees what another program did
	Manifest   blob
	Tries      []tries // of those certificates that have any
}

// tries is how many wrong passwords in a row there were.
type tries struct {
	ID    []byte
	Count int
}

// blob is a value of any size, in parts.
type blob struct {
	ID     []byte
	Parts  int
	SHA256 []byte // of the whole
}

// record is a certificate in the manifest.
type record struct {
	ID           []byte
	Added        int64 // microseconds since 1970
	Certificates blob  // of certificates
	Sealed       blob  // of sealed
}

// manifest is every certificate.
type manifest struct{ Records []record }

// certificates are DER; Exchange is empty in sets that have no pair for key exchange.
type certificates struct{ Sign, Exchange []byte }

// journal is the item of that name.
type journal struct{ Names []name }

// name is a blob without its hash.
type name struct {
	ID    []byte
	Parts int
}

// blobs are the blobs with the names of a journal, those that can be ours.
func (j journal) blobs() []blob {
	var blobs []blob
	for _, n := range j.Names {
		if len(n.ID) == idSize && n.Parts >= 1 && n.Parts <= maxParts {
			blobs = append(blobs, blob{ID: n.ID, Parts: n.Parts})
		}
	}
	return blobs
}

// Limits of what is read from a keyring, and so of what is written.
const (
	idSize          = 8
	maxParts        = 32
	maxCertificates = 32
)

var (
	errEncoding = errors.New("what the keyring holds is not ours")
	errBlob     = errors.New("a part of what the keyring held is gone or was changed")
)

// damaged is an error of what is in the keyring.
func damaged(err error) error {
	return &keyring.UnavailableError{Reason: keyring.Damaged, Where: "store", Err: err}
}

// isDamage reports whether an error is one of what is in the keyring, and not of the keyring.
func isDamage(err error) bool {
	unavailable, ok := errors.AsType[*keyring.UnavailableError](err)
	return ok && unavailable.Reason == keyring.Damaged
}

// decode reads what asn1.Marshal writes, and nothing else: the library itself lets pass what follows inside a sequence.
func decode[T any](der []byte) (T, error) {
	var value T
	_, err := asn1.Unmarshal(der, &value)
	if err == nil {
		var again []byte
		again, err = asn1.Marshal(value)
		defer clear(again) // it may be keys
		if err == nil && bytes.Equal(again, der) {
			return value, nil
		}
	}
	var none T
	return none, damaged(errEncoding)
}

// decodeRoot reads and checks a root.
func decodeRoot(der []byte) (root, error) {
	r, err := decode[root](der)
	if err != nil {
		return root{}, err
	}
	if r.Version != version || r.Generation < 1 || !r.Manifest.sound() {
		return root{}, damaged(errEncoding)
	}
	return r, nil
}

// decodeManifest reads and checks a manifest.
func decodeManifest(der []byte) ([]record, error) {
	m, err := decode[manifest](der)
	if err != nil {
		return nil, err
	}
	for _, r := range m.Records {
		if len(r.ID) != idSize || !r.Certificates.sound() || !r.Sealed.sound() {
			return nil, damaged(errEncoding)
		}
	}
	return m.Records, nil
}

// sound reports whether a blob can be one of ours.
func (b blob) sound() bool {
	return len(b.ID) == idSize && b.Parts >= 1 && b.Parts <= maxParts && len(b.SHA256) == sha256.Size
}

// holds reports whether a value is what is in a blob.
func (b blob) holds(value []byte) bool {
	sum := sha256.Sum256(value)
	return bytes.Equal(sum[:], b.SHA256)
}

// id is what the record is called outside.
func (r record) id() string { return hex.EncodeToString(r.ID) }

// name is the name of part i.
func (b blob) name(i int) string { return hex.EncodeToString(b.ID) + "." + strconv.Itoa(i) }

// is reports whether two blobs are the same one.
func (b blob) is(other blob) bool { return string(b.ID) == string(other.ID) }

// content is a blob and what is in it.
type content struct {
	blob

	value []byte
}

// parts are what stands in the items of a content.
func (c content) parts() [][]byte {
	parts := make([][]byte, c.Parts)
	for i := range parts {
		parts[i] = c.value[i*keyring.MaxValue : min(len(c.value), (i+1)*keyring.MaxValue)]
	}
	return parts
}

// newContent gives a value a random name.
func newContent(value []byte, chance io.Reader) (content, error) {
	id := make([]byte, idSize)
	if _, err := io.ReadFull(chance, id); err != nil {
		return content{}, fmt.Errorf("draw a name: %w", err)
	}
	sum := sha256.Sum256(value)
	c := content{blob{id, max(1, (len(value)+keyring.MaxValue-1)/keyring.MaxValue), sum[:]}, value}
	if c.Parts > maxParts {
		return content{}, &keyring.UnavailableError{Reason: keyring.TooBig, Where: "store", Err: errBlob}
	}
	return c, nil
}

// encodeContent is newContent of a value's DER.
func encodeContent(value any, chance io.Reader) (content, error) {
	der, err := asn1.Marshal(value)
	if err != nil {
		return content{}, fmt.Errorf("encode what is kept: %w", err)
	}
	return newContent(der, chance)
}
