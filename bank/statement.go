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

// queries are the texts of statements by name.
var queries = sync.OnceValue(func() map[string]string {
	texts := map[string]string{}
	for _, folder := range []string{"sql", "sql/sqlite"} {
		files, err := statements.ReadDir(folder)
		if err != nil {
			panic(err)
		}
		for _, file := range files {
			if file.IsDir() {
				continue
			}
			text, err := statements.ReadFile(path.Join(folder, file.Name()))
			if err != nil {
				panic(err)
			}
			// What follows the last semicolon would be another statement to the driver.
			texts[strings.TrimSuffix(file.Name(), ".sql")] = strings.TrimSpace(string(text))
		}
	}
	return texts
})

// query returns the statement in sql/<name>.sql. It panics if there is none:
// TestQueries prepares every file.
func query(name string) string {
	text, ok := queries()[name]
	if !ok {
		panic("bank: no statement sql/" + name + ".sql")
	}
	return text
}
