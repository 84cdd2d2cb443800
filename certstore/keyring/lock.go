package keyring

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// retry is how often a lock that somebody else has is asked for again.
const retry = 20 * time.Millisecond

// errHeld is returned by lockFile while somebody else has the lock.
var errHeld = errors.New("another program is using it")

// Lock takes the lock at path, a file that stays, for this process and this caller alone: it waits up to [Limit] for others, and the system
// gives it back when the process ends, however that happens. unlock gives it back before. Errors are an *UnavailableError, or the context's.
func Lock(ctx context.Context, path string) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fileError(err)
	}
	limited, cancel := context.WithTimeoutCause(ctx, Limit, errHeld)
	defer cancel()
	for {
		unlock, err := lockFile(path)
		switch {
		case err == nil:
			return unlock, nil
		case !errors.Is(err, errHeld):
			return nil, fileError(err)
		}
		pause, stop := context.WithTimeout(limited, retry)
		<-pause.Done()
		stop()
		if limited.Err() == nil {
			continue
		}
		if err := context.Cause(limited); !errors.Is(err, errHeld) {
			return nil, err
		}
		return nil, &UnavailableError{TimedOut, WhereFile, fmt.Errorf("%s: %w", path, errHeld)}
	}
}
