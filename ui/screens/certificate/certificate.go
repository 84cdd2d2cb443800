// Package certificate holds the screens of the joint certificate.
package certificate

import (
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Screens are the screens of this area.
var Screens screen.Set

// The entries that are not built yet.
var (
	Issue    = later("cert.issue", 42, func(c *text.Catalog) string { return c.Menu.CertIssue })
	Import   = later("cert.import", 43, func(c *text.Catalog) string { return c.Menu.CertImport })
	Export   = later("cert.export", 44, func(c *text.Catalog) string { return c.Menu.CertExport })
	Register = later("cert.register", 45, func(c *text.Catalog) string { return c.Menu.CertRegister })
	Renew    = later("cert.renew", 46, func(c *text.Catalog) string { return c.Menu.CertRenew })
	Discard  = later("cert.discard", 47, func(c *text.Catalog) string { return c.Menu.CertDiscard })
	Password = later("cert.password", 48, func(c *text.Catalog) string { return c.Menu.CertPassword })
	Consent  = later("cert.consent", 49, func(c *text.Catalog) string { return c.Menu.CertConsent })
)

func later(id screen.ID, number int, title func(*text.Catalog) string) *screen.Def {
	return Screens.Add(screen.Unbuilt(id, title, screen.Place{Number: number, Group: screen.CertificateGroup}))
}
