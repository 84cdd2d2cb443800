// Package modeltest compares a bank with a model of it. One proof gives it orders and questions in sequences that rapid
// draws, and knows each answer and each refusal before the bank gives it; the other has many callers at once, and asks
// porcupine whether there is an order of their calls, one after another, that explains all they were told.
package modeltest
