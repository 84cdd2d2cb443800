package command

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"smartbank/ui/tape"
	"smartbank/ui/text"
)

// report tells what became of the tapes: a line each, those that failed with the
// reason and the screen on stderr; and the files that were asked for.
func (p *program) report(results []played, f playFlags, lasted time.Duration) error {
	w := p.text.Command.Tape
	out := json.NewEncoder(p.Out)
	out.SetEscapeHTML(false)
	passed, failed, took := 0, 0, time.Duration(0)
	for _, r := range results {
		took += r.result.Took
		for _, output := range r.result.NotMade {
			fmt.Fprintln(p.Err, "smartbank: "+w.NotMade(r.tape.File, output))
		}
		line := w.Passed(r.tape.File, r.result.Commands)
		switch expected, unmet := errors.AsType[*tape.ExpectError](r.err); {
		case unmet:
			failed++
			line = w.Failed(r.tape.File, r.result.Commands)
			if !f.json {
				(&ProblemError{Message: text.Message{Problem: expected.Error()}}).Tell(p.Err)
			}
		case r.err != nil:
			continue
		default:
			passed++
		}
		if f.json {
			if err := out.Encode(recordOf(r)); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintln(p.Out, line)
	}
	if len(results) > 1 && !f.json {
		fmt.Fprintln(p.Out, w.Summary(passed, failed, took, lasted))
	}
	if f.junit == "" {
		return nil
	}
	return p.writeJUnit(f.junit, results, lasted)
}

// tapeRecord is the result of a tape in JSON.
type tapeRecord struct {
	Tape    string       `json:"tape"`
	Passed  bool         `json:"passed"`
	Steps   int          `json:"steps"`
	Clock   string       `json:"clock"`   // when it ended, by the tape's clock
	Took    float64      `json:"took"`    // seconds on the tape's clock
	Seconds float64      `json:"seconds"` // by the machine's clock
	Failure *tapeFailure `json:"failure,omitempty"`
}

// tapeFailure is why a tape failed.
type tapeFailure struct {
	File    string   `json:"file"`
	Line    int      `json:"line"`
	Column  int      `json:"column"`
	Command string   `json:"command"`
	Why     string   `json:"why"`
	Clock   string   `json:"clock"`
	Keys    []string `json:"keys"`
	Screen  string   `json:"screen"`
	Wanted  string   `json:"wanted,omitempty"`
}

// recordOf is a result in JSON.
func recordOf(r played) tapeRecord {
	record := tapeRecord{
		Tape: r.tape.File, Passed: r.err == nil, Steps: r.result.Commands, Clock: r.result.Clock.Format(time.RFC3339),
		Took: r.result.Took.Seconds(), Seconds: r.lasted.Seconds(),
	}
	if e, unmet := errors.AsType[*tape.ExpectError](r.err); unmet {
		record.Failure = &tapeFailure{
			File: e.File, Line: e.Line, Column: e.Column, Command: e.Want, Why: e.Why,
			Clock: e.Clock.Format(time.RFC3339), Keys: e.Keys, Screen: e.Screen, Wanted: e.Wanted,
		}
	}
	return record
}

// The parts of JUnit's XML that its readers agree on.
type (
	junitSuite struct {
		XMLName  xml.Name    `xml:"testsuite"`
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Time     string      `xml:"time,attr"` // seconds
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Time    string        `xml:"time,attr"`
		Failure *junitProblem `xml:"failure"`
		Error   *junitProblem `xml:"error"`
	}
	junitProblem struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// writeJUnit writes the results as JUnit XML.
func (p *program) writeJUnit(file string, results []played, lasted time.Duration) error {
	seconds := func(d time.Duration) string { return fmt.Sprintf("%.3f", d.Seconds()) }
	suite := junitSuite{Name: "smartbank", Tests: len(results), Time: seconds(lasted)}
	for _, r := range results {
		c := junitCase{Class: "tape", Name: r.tape.File, Time: seconds(r.lasted)}
		if r.err != nil {
			message, _, _ := strings.Cut(r.err.Error(), "\n")
			problem := &junitProblem{message, r.err.Error()}
			if r.unmet() {
				suite.Failures++
				c.Failure = problem
			} else {
				suite.Errors++
				c.Error = problem
			}
		}
		suite.Cases = append(suite.Cases, c)
	}
	data, err := xml.MarshalIndent(suite, "", "  ")
	if err == nil {
		err = os.WriteFile(p.inFolder(file), append([]byte(xml.Header), append(data, '\n')...), 0o600)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	return nil
}
