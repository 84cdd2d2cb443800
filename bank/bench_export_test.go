package bank

// WriterDSN and ReaderDSN open a bank's file with the driver alone, as the bank
// does.
func WriterDSN(path string) string { return writerDSN(path) }

// ReaderDSN is for reading.
func ReaderDSN(path string) string { return readerDSN(path) }
