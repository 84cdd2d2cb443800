package seed_test

import (
	"bufio"
	"bytes"
	"crypto/cipher"
	"encoding/hex"
	"os"
	"os/exec"
	"strings"
	"testing"

	"smartbank/certstore/seed"
)

// vectors are those of RFC 4269, appendix B.
var vectors = []struct{ key, plain, secret string }{
	{"00000000000000000000000000000000", "000102030405060708090A0B0C0D0E0F", "5EBAC6E0054E166819AFF1CC6D346CDB"},
	{"000102030405060708090A0B0C0D0E0F", "00000000000000000000000000000000", "C11F22F20140505084483597E4370F43"},
	{"4706480851E61BE85D74BFB3FD956185", "83A2F8A288641FB9A4E9A5CC2F131C7D", "EE54D13EBCAE706D226BC3142CD40D4A"},
	{"28DBC3BC49FFD87DCFA509B11D422BE7", "B41E6BE2EBA84A148E2EED84593C5EC7", "9B9B7BFCD1813CB95D0B3618F40F5122"},
}

func TestVectorsOfRFC4269(t *testing.T) {
	t.Parallel()
	for _, v := range vectors {
		checkVector(t, v.key, v.plain, v.secret)
	}
}

// TestInteropSamples reads the same vectors from the file that openssl was checked with.
func TestInteropSamples(t *testing.T) {
	t.Parallel()
	file, err := os.Open("../../../shared/interop/seed-rfc4269.txt")
	if err != nil {
		t.Skipf("the samples are not here: %v", err)
	}
	defer file.Close()
	found := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if fields := strings.Fields(lines.Text()); len(fields) == 3 && fields[0] != "#" {
			checkVector(t, fields[0], fields[1], fields[2])
			found++
		}
	}
	if found != len(vectors) {
		t.Errorf("the file has %d vectors, want %d", found, len(vectors))
	}
}

// checkVector encrypts, and decrypts in place.
func checkVector(t *testing.T, key, plain, secret string) {
	t.Helper()
	block := newCipher(t, unhex(t, key))
	got := make([]byte, seed.BlockSize)
	block.Encrypt(got, unhex(t, plain))
	if !bytes.Equal(got, unhex(t, secret)) {
		t.Errorf("key %s, block %s: got %X, want %s", key, plain, got, secret)
	}
	block.Decrypt(got, got)
	if !bytes.Equal(got, unhex(t, plain)) {
		t.Errorf("key %s, back from %s: got %X, want %s", key, secret, got, plain)
	}
}

// TestChainingEqualsOpenSSL compares 1 MiB in CBC mode with OpenSSL's own SEED.
func TestChainingEqualsOpenSSL(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skipf("openssl is not here: %v", err)
	}
	key, iv := []byte("sixteen bytes of"), []byte("a key and its iv")
	plain := make([]byte, 1<<20)
	for i := range plain {
		plain[i] = byte(i * i >> 7) // no block is like its neighbour
	}
	command := exec.CommandContext(t.Context(), "openssl", "enc", "-seed-cbc", "-provider", "legacy", "-provider", "default",
		"-nopad", "-K", hex.EncodeToString(key), "-iv", hex.EncodeToString(iv))
	command.Stdin = bytes.NewReader(plain)
	want, err := command.Output()
	if err != nil {
		t.Fatalf("openssl: %v", err)
	}
	got := make([]byte, len(plain))
	cipher.NewCBCEncrypter(newCipher(t, key), iv).CryptBlocks(got, plain)
	if !bytes.Equal(got, want) {
		t.Fatal("CBC differs from openssl's")
	}
	cipher.NewCBCDecrypter(newCipher(t, key), iv).CryptBlocks(got, got)
	if !bytes.Equal(got, plain) {
		t.Fatal("decrypting does not give back what was encrypted")
	}
}

func TestKeysOfOtherLengthsAreRefused(t *testing.T) {
	t.Parallel()
	for _, size := range []int{0, 1, 15, 17, 32} {
		if _, err := seed.NewCipher(make([]byte, size)); err == nil {
			t.Errorf("a key of %d bytes is accepted", size)
		}
	}
}

func TestLessThanABlockPanics(t *testing.T) {
	t.Parallel()
	block := newCipher(t, make([]byte, seed.KeySize))
	whole, short := make([]byte, seed.BlockSize), make([]byte, seed.BlockSize-1)
	for name, do := range map[string]func(){
		"encrypting a short block":   func() { block.Encrypt(whole, short) },
		"decrypting into too little": func() { block.Decrypt(short, whole) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s does not panic", name)
				}
			}()
			do()
		}()
	}
}

func BenchmarkChaining(b *testing.B) {
	block, err := seed.NewCipher(make([]byte, seed.KeySize))
	if err != nil {
		b.Fatal(err)
	}
	data := make([]byte, 1<<16)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		cipher.NewCBCEncrypter(block, data[:seed.BlockSize]).CryptBlocks(data, data)
	}
}

func newCipher(t *testing.T, key []byte) cipher.Block {
	t.Helper()
	block, err := seed.NewCipher(key)
	if err != nil {
		t.Fatal(err)
	}
	if block.BlockSize() != seed.BlockSize {
		t.Fatalf("a block has %d bytes, want %d", block.BlockSize(), seed.BlockSize)
	}
	return block
}

func unhex(t *testing.T, text string) []byte {
	t.Helper()
	data, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
