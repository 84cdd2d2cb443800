// Package powertest cuts the power, on paper. It traces what a process that has a bank open gives to the system to write,
// and when it waits for the disk. From that it makes the files that a disk could hold after power was lost at some moment:
// what was waited for is there, and of the rest nothing, everything, some of it, some sectors of it, or older versions of
// some sectors. In each the bank has to open, every order that was acknowledged has to be there, and the books have to agree.
//
// Most of what an image costs is to open the bank in it. Of the many that SQLite restores to the same pages the books are
// verified in one. Images are counted once if they are the same byte for byte.
//
// The same is done to a plain database that does not wait (synchronous=NORMAL and OFF), which must lose and must break:
// otherwise this proof would prove nothing.
package powertest
