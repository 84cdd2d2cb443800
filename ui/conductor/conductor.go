package conductor

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// order is what the program is to do.
type order struct {
	Inputs int        `json:"inputs,omitempty"`
	Fire   *time.Time `json:"fire,omitempty"`
	Move   *time.Time `json:"move,omitempty"`
}

// answer is what came of it.
type answer struct {
	Problem string `json:"problem,omitempty"`
}

// Conductor is the end that moves the clock. It is for one goroutine.
type Conductor struct {
	orders  *json.Encoder
	answers *json.Decoder
	inputs  int
}

// New is a conductor that writes orders and reads answers.
func New(orders io.Writer, answers io.Reader) *Conductor {
	return &Conductor{orders: json.NewEncoder(orders), answers: json.NewDecoder(answers)}
}

// Input waits until the program has handled one more key or paste, which was sent
// to its terminal, and what followed.
func (c *Conductor) Input() error {
	c.inputs++
	return c.give(order{Inputs: c.inputs})
}

// Fire lets the next timer fire. It is an error if that is not due at a time.
func (c *Conductor) Fire(due time.Time) error { return c.give(order{Fire: &due}) }

// Move sets the clock. It is an error if a timer is due before.
func (c *Conductor) Move(to time.Time) error { return c.give(order{Move: &to}) }

// give gives an order and waits for its answer. The error is [ErrEnded] where the
// program has ended.
func (c *Conductor) give(o order) error {
	if err := c.orders.Encode(o); err != nil {
		return ErrEnded
	}
	var a answer
	if err := c.answers.Decode(&a); err != nil {
		return ErrEnded
	}
	if a.Problem != "" {
		return fmt.Errorf("conduct the program: %s", a.Problem)
	}
	return nil
}

// ErrEnded is that the program has ended.
var ErrEnded = errors.New("conduct the program: it has ended")
