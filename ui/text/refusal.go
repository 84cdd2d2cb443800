package text

import (
	"errors"

	"smartbank/bank"
)

// refusals says what each refusal of the bank means to a customer.
type refusals map[bank.Code]func(*bank.RefusedError) Message

// Explain turns an error into what the customer reads. A refusal has its own
// words; anything else is a fault, of which nothing is promised: the customer is
// sent to Search transfer result.
func (c *Catalog) Explain(err error) Message {
	if refused, ok := errors.AsType[*bank.RefusedError](err); ok {
		if say := c.refusals[refused.Code]; say != nil {
			return say(refused)
		}
		if message, ok := c.explainReason(refused.Code); ok {
			return message
		}
	}
	if message, ok := c.ExplainCertificates(err); ok {
		return message
	}
	if errors.Is(err, bank.ErrUnknown) {
		return c.Frame.Unknown
	}
	return c.Frame.Fault
}

// always is a refusal without facts.
func always(problem, advice string) func(*bank.RefusedError) Message {
	return func(*bank.RefusedError) Message { return Message{problem, advice} }
}

// tries is which of how many tries it was, in brackets; "" where it is not counted.
func tries(e *bank.RefusedError) string {
	if e.Max == 0 {
		return ""
	}
	return " (" + of(e.Tries, e.Max) + ")"
}
