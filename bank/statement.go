package bank

import (
	"embed"
	"path"
	"strings"
	"sync"
)

// statements holds one statement per file, named for what it does. Those in sql
// are what other engines understand too; those in sql/sqlite are SQLite's own.
//
//go:embed sql/*.sql sql/sqlite/*.sql
var statements embed.FS

// queries are the texts of statements by name, of those that were asked for: most programs ask for few of them.
var queries sync.Map

// query returns the statement in sql/<name>.sql. It panics if there is none:
// TestQueries prepares every file.
func query(name string) string {
	known, _ := queries.Load(name)
	if text, ok := known.(string); ok {
		return text
	}
	for _, folder := range []string{"sql", "sql/sqlite"} {
		if text, err := statements.ReadFile(path.Join(folder, name+".sql")); err == nil {
			// What follows the last semicolon would be another statement to the driver.
			trimmed := strings.TrimSpace(string(text))
			queries.Store(name, trimmed)
			return trimmed
		}
	}
	panic("bank: no statement sql/" + name + ".sql")
}
