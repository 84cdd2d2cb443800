package keyring

import (
	"bytes"
	"crypto/sha256"
	"encoding/asn1"
	"encoding/binary"
	"errors"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// A keyring file is
//
//	magic      22 bytes
//	header     passes, memory (uint32, big endian), lanes (1 byte), salt (16)
//	nonce      24 bytes, new with each change
//	sealed     XChaCha20-Poly1305 over the DER of vault; magic and header are its additional data
//	checksum   SHA-256 over all before it
//
// The checksum is no protection: it tells a file that was cut off or changed by accident from a wrong passphrase.

const magic = "smartbank keyring 1\r\n\x1a"

const (
	headerSize = len(magic) + 4 + 4 + 1 + 16
	leastVault = headerSize + chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead + sha256.Size
)

// header is what has to be known before the key.
type header struct {
	cost Cost
	salt [16]byte
}

// vault is what is sealed.
type vault struct {
	Generation int64
	Items      []vaultItem
}

type vaultItem struct {
	Name  string `asn1:"printable"`
	Value []byte
}

var (
	errFormat   = errors.New("not a keyring file")
	errChecksum = errors.New("the checksum of the file is wrong")
	errSeal     = errors.New("the passphrase is wrong")
)

// encode is the header as it stands in the file, with the magic before it.
func (h header) encode() []byte {
	out := append(make([]byte, 0, headerSize), magic...)
	out = binary.BigEndian.AppendUint32(out, h.cost.Passes)
	out = binary.BigEndian.AppendUint32(out, h.cost.Memory)
	out = append(out, h.cost.Threads)
	return append(out, h.salt[:]...)
}

// parseVault takes a file apart: its header, and nonce and sealed bytes.
func parseVault(content []byte) (h header, sealed []byte, err error) {
	if len(content) < leastVault || !bytes.HasPrefix(content, []byte(magic)) {
		return header{}, nil, errFormat
	}
	body, checksum := content[:len(content)-sha256.Size], content[len(content)-sha256.Size:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], checksum) {
		return header{}, nil, errChecksum
	}
	rest := body[len(magic):]
	h.cost = Cost{binary.BigEndian.Uint32(rest), binary.BigEndian.Uint32(rest[4:]), rest[8]}
	copy(h.salt[:], rest[9:])
	if err := h.cost.Check(); err != nil {
		return header{}, nil, err
	}
	return h, body[headerSize:], nil
}

// openVault opens what is sealed. It returns errSeal for a wrong key.
func openVault(key []byte, h header, sealed []byte) (int64, map[string][]byte, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return 0, nil, err
	}
	nonce, sealed := sealed[:aead.NonceSize()], sealed[aead.NonceSize():]
	der, err := aead.Open(nil, nonce, sealed, h.encode())
	if err != nil {
		return 0, nil, errSeal
	}
	defer clear(der)
	var v vault
	rest, err := asn1.Unmarshal(der, &v)
	if err != nil || len(rest) > 0 {
		return 0, nil, errFormat
	}
	items := make(map[string][]byte, len(v.Items))
	for _, item := range v.Items {
		items[item.Name] = item.Value
	}
	return v.Generation, items, nil
}

// sealVault makes the file.
func sealVault(key []byte, h header, generation int64, items map[string][]byte, chance io.Reader) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	v := vault{Generation: generation}
	for _, name := range sortedNames(items) {
		v.Items = append(v.Items, vaultItem{name, items[name]})
	}
	der, err := asn1.Marshal(v)
	if err != nil {
		return nil, err
	}
	defer clear(der)
	additional := h.encode()
	nonce := make([]byte, aead.NonceSize())
	if _, err := io.ReadFull(chance, nonce); err != nil {
		return nil, err
	}
	out := append(bytes.Clone(additional), nonce...)
	out = aead.Seal(out, nonce, der, additional)
	sum := sha256.Sum256(out)
	return append(out, sum[:]...), nil
}
