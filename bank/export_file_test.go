package bank

// What tests of package bank_test see of the file.
var (
	MountType    = mountType
	Networked    = networked
	NetworkTypes = networkTypes
)
