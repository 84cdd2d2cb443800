package pairing

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/gtank/ristretto255"
)

// vector is the test vector of draft-irtf-cfrg-cpace for ristretto255 with
// SHA-512 (appendix B.3): what goes in, and what comes out at every step.
var vector = map[string]string{
	"PRS":    "50617373776F7264",
	"CI":     "0B415F696E69746961746F720B425F726573706F6E646572",
	"sid":    "7E4B4791D6A8EF019B936C79FB7F2C57",
	"g":      "222B6B195FE84B1652BADB6F6A3AE3D24341E7306967F0B8115B40D5698C7E56",
	"ya":     "DA3D23700A9E5699258AEF94DC060DFDA5EBB61F02A5EA77FAD53F4FF0976D08",
	"ADa":    "414461",
	"Ya":     "D6BAC480F2C386C394EFC7C47ADB9925DCD2630B64F240C50F8D0EEC482B9157",
	"yb":     "D2316B454718C35362D83D69DF6320F38578ED5984651435E2949762D900B80D",
	"ADb":    "414462",
	"Yb":     "3EA7E0B19560D7C0B0F5734F63B955286DFA8232B5EBE63324E2D9E7433F7258",
	"K":      "80B69A8A76457AB6A4D7F887A4BF6B55A2F80AC19C333F917A05FC9887C8B40F",
	"ISK_IR": "B69EFFBF61B51D56401C0F65601ABE428DE8206FEAAF0E32198896DCAE7B35CD2B38950A39DFD5D4A79164614C2984F7DAA460B588C1E80C3FA2068AF7900447",
}

func TestCPaceGivesWhatTheDraftPublishes(t *testing.T) {
	t.Parallel()
	v := func(name string) []byte { return unhex(t, vector[name]) }
	is := func(what string, got []byte) {
		t.Helper()
		if !bytes.Equal(got, v(what)) {
			t.Errorf("%s is %x, published is %x", what, got, v(what))
		}
	}
	is("g", generator(v("PRS"), v("CI"), v("sid")).Encode(nil))
	a := share(scalar(t, v("ya")), v("PRS"), v("CI"), v("sid"))
	b := share(scalar(t, v("yb")), v("PRS"), v("CI"), v("sid"))
	is("Ya", a.share)
	is("Yb", b.share)
	for side, k := range map[string]func() ([]byte, error){
		"initiator": func() ([]byte, error) { return a.common(b.share) },
		"responder": func() ([]byte, error) { return b.common(a.share) },
	} {
		k, err := k()
		if err != nil {
			t.Fatalf("%s: %v", side, err)
		}
		is("K", k)
		is("ISK_IR", sessionKey(v("sid"), k, a.share, v("ADa"), b.share, v("ADb")))
	}
}

// TestCPaceVectorIsThePublishedOne compares what is typed above with the draft's file.
func TestCPaceVectorIsThePublishedOne(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("../../../shared/interop/cpace-draft-testvectors.json")
	if err != nil {
		t.Skip("the published vectors are not here:", err)
	}
	var all struct {
		V map[string]string `json:"G_Coffee25519"`
		P struct {
			Valid map[string]string
		} `json:"G_Coffee25519_points"`
	}
	if err := json.Unmarshal(file, &all); err != nil {
		t.Fatal(err)
	}
	for name, value := range vector {
		if !strings.EqualFold(value, all.V[name]) {
			t.Errorf("%s is typed as %s, published as %s", name, value, all.V[name])
		}
	}
	valid := all.P.Valid
	k, err := secretScalar{y: scalar(t, unhex(t, valid["s"]))}.common(unhex(t, valid["X"]))
	if err != nil || !bytes.Equal(k, unhex(t, valid["G.scalar_mult_vfy(s,X)"])) {
		t.Errorf("the published point gives %x, %v", k, err)
	}
}

// TestCPaceRejectsPoints takes the draft's two points that must be rejected
// (appendix B.3.10): one that is no element, and the neutral one.
func TestCPaceRejectsPoints(t *testing.T) {
	t.Parallel()
	side, err := newShare([]byte("48129033"), nil, nil, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for name, point := range map[string][]byte{
		"no element":    unhex(t, "2B3C6B8C4F3800E7AEF6864025B4ED79BD599117E427C41BD47D93D654B4A51C"),
		"the neutral":   make([]byte, 32),
		"not canonical": bytes.Repeat([]byte{0xff}, 32),
		"too short":     side.share[:31],
		"too long":      append(bytes.Clone(side.share), 0),
		"nothing":       nil,
	} {
		if k, err := side.common(point); err == nil {
			t.Errorf("%s was accepted and gave %x", name, k)
		}
	}
}

func TestCPaceKeysDifferWithAnythingThatDiffers(t *testing.T) {
	t.Parallel()
	prs, ci, sid := []byte("48129033"), []byte("phone to PC"), []byte("session one")
	key := func(prs, ci, sid []byte) string {
		a, err := newShare([]byte("48129033"), []byte("phone to PC"), []byte("session one"), rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		b, err := newShare(prs, ci, sid, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		ka, errA := a.common(b.share)
		kb, errB := b.common(a.share)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if bytes.Equal(ka, kb) {
			return "same"
		}
		return "other"
	}
	for name, test := range map[string]struct {
		prs, ci, sid []byte
		want         string
	}{
		"all the same":       {prs, ci, sid, "same"},
		"another number":     {[]byte("48129034"), ci, sid, "other"},
		"the other way":      {prs, []byte("PC to phone"), sid, "other"},
		"another session":    {prs, ci, []byte("session two"), "other"},
		"a digit moved over": {[]byte("4812903"), []byte("3phone to PC"), sid, "other"},
	} {
		if got := key(test.prs, test.ci, test.sid); got != test.want {
			t.Errorf("%s: the keys are %s, wanted %s", name, got, test.want)
		}
	}
}

func BenchmarkCPace(b *testing.B) {
	for b.Loop() {
		x, _ := newShare([]byte("48129033"), nil, nil, rand.Reader)
		y, _ := newShare([]byte("48129033"), nil, nil, rand.Reader)
		if _, err := x.common(y.share); err != nil {
			b.Fatal(err)
		}
	}
}

func scalar(t *testing.T, encoded []byte) *ristretto255.Scalar {
	t.Helper()
	s := ristretto255.NewScalar()
	if err := s.Decode(encoded); err != nil {
		t.Fatal(err)
	}
	return s
}

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
