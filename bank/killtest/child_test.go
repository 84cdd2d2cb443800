package killtest_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/prooftest"
)

// The test program is its own child: with this variable it opens the bank named there and gives orders until it is killed.
// Its value is path,seed,callers,orders of each,customers with the customers separated by blanks. One that has given its
// orders waits to be killed.
const childVariable = "SMARTBANK_KILLTEST_CHILD"

func TestMain(m *testing.M) {
	if what := os.Getenv(childVariable); what != "" {
		os.Exit(child(what))
	}
	os.Exit(m.Run())
}

// child gives orders with many callers at once and writes what it asks and what it is answered to standard output.
func child(what string) int {
	part := strings.Split(what, ",")
	seed, _ := strconv.ParseUint(part[1], 10, 64)
	callers, _ := strconv.Atoi(part[2])
	orders, _ := strconv.Atoi(part[3])
	log := prooftest.NewLog(os.Stdout)
	ctx := context.Background()
	b, err := bank.Open(ctx, part[0], prooftest.Options(seed))
	if err != nil {
		return fault(log, err)
	}
	var customers []*prooftest.Customer
	for name := range strings.FieldsSeq(part[4]) {
		index, _ := strconv.Atoi(name)
		customer, err := prooftest.SignIn(ctx, b, index, bank.Phone)
		if err != nil {
			return fault(log, err)
		}
		customers = append(customers, customer)
	}
	var work sync.WaitGroup
	for i := range callers {
		work.Go(func() {
			dice := rand.New(rand.NewPCG(seed, uint64(i)))
			for range orders {
				if !call(ctx, log, customers[i%len(customers)], dice.IntN) {
					return
				}
			}
		})
	}
	work.Wait()
	_, _ = io.Copy(io.Discard, os.Stdin)
	return 1
}

// fault writes an error to the log unless it is that another process holds the file.
func fault(log *prooftest.Log, err error) int {
	if busy(err) {
		return 0
	}
	_ = log.Write(prooftest.Line{Fault: err.Error()})
	return 1
}

// busy reports whether err is that another process held the file: the order was not acknowledged, and nothing is wrong.
func busy(err error) bool {
	e, ok := errors.AsType[*bank.FileError](err)
	return ok && e.Reason == bank.FileLocked
}

// call gives one order, and reports whether to go on.
func call(ctx context.Context, log *prooftest.Log, customer *prooftest.Customer, pick func(int) int) bool {
	request, err := customer.Prepare(ctx, customer.Order(pick))
	if err != nil {
		return fault(log, err) == 0
	}
	if log.Write(prooftest.Line{Asked: &request}) != nil {
		return false
	}
	receipt, err := customer.Transfer(ctx, request)
	if err != nil {
		return fault(log, err) == 0
	}
	return log.Write(prooftest.Line{Key: receipt.Order.Key, Receipt: prooftest.Text(receipt)}) == nil
}

// process is a running child.
type process struct {
	cmd   *exec.Cmd
	lines chan prooftest.Line // closed when the child is gone and its last whole line was read
}

// start starts a child with so many callers who give so many orders each.
func start(t *testing.T, path string, seed uint64, callers, orders int, customers string) *process {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s,%d,%d,%d,%s", childVariable, path, seed, callers, orders, customers))
	cmd.Stderr = os.Stderr
	if _, err := cmd.StdinPipe(); err != nil { // ends with this process
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &process{cmd: cmd, lines: make(chan prooftest.Line, 1024)}
	go p.read(out)
	return p
}

func (p *process) read(out io.Reader) {
	defer close(p.lines)
	in := bufio.NewReaderSize(out, 1<<16)
	for {
		text, err := in.ReadBytes('\n')
		if err != nil {
			return // a line that was cut off was not said
		}
		line, err := prooftest.ParseLine(text)
		if err != nil {
			line = prooftest.Line{Fault: err.Error()}
		}
		p.lines <- line
	}
}

// kill reads so many lines, waits a moment, kills the child, and returns all its lines. A child that ends by itself has
// said why.
func (p *process) kill(after int, moment time.Duration) []prooftest.Line {
	var lines []prooftest.Line
	for len(lines) < after {
		line, ok := <-p.lines
		if !ok {
			break
		}
		lines = append(lines, line)
	}
	timer := time.NewTimer(moment)
	defer timer.Stop()
	for waiting := true; waiting; {
		select {
		case line, ok := <-p.lines:
			if !ok {
				waiting = false
				break
			}
			lines = append(lines, line)
		case <-timer.C:
			waiting = false
		}
	}
	_ = p.cmd.Process.Kill()
	for line := range p.lines {
		lines = append(lines, line)
	}
	_ = p.cmd.Wait() // it was killed
	return lines
}
