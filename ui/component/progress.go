package component

import "time"

// TimeToGo is how long work takes still, if it goes on as it went: it has done so much of so much since it began. It is in whole seconds,
// and not known in the first second, before anything is done, and once all is.
func TimeToGo(gone time.Duration, done, total int64) (left time.Duration, known bool) {
	if gone < time.Second || done <= 0 || done >= total {
		return 0, false
	}
	left = time.Duration(float64(gone) * float64(total-done) / float64(done))
	return left.Round(time.Second), true
}
