module smartbank/testdata/vhs

go 1.26.0

require github.com/charmbracelet/vhs v0.11.0
