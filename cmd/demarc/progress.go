package main

import (
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"

	"demarc/providers/inventory"
)

// showProgress says on standard error how a scan goes on, where that is a
// terminal: what has been read, and what it waits for. The function that it
// returns ends it.
func (a *app) showProgress(w *inventory.Watch) (done func()) {
	if !isTerminal(a.stderr) || os.Getenv("CI") != "" {
		return func() {}
	}
	bar := progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionSpinnerType(14),
		progressbar.OptionSetElapsedTime(true),
		progressbar.OptionClearOnFinish(),
	)
	quit, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(150 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-quit:
				bar.Finish()
				return
			case <-tick.C:
				bar.Describe(progressLine(w, time.Now()))
				bar.Add(1)
			}
		}
	}()
	return func() { close(quit); <-ended }
}

// progressLine is the state of a scan in one line.
func progressLine(w *inventory.Watch, now time.Time) string {
	line := fmt.Sprintf("%d of %d tasks, %d resources", w.Done.Load(), w.Queued.Load(), w.Rows.Load())
	if n := w.Regions.Load(); n > 0 {
		line += fmt.Sprintf(" in %d regions", n)
	}
	if n := w.Calls(); n > 0 {
		line += fmt.Sprintf(", %d calls", n)
	}
	for _, t := range w.Slowest(1) {
		if d := now.Sub(t.Since); d > time.Second {
			line += fmt.Sprintf("; waiting %.0f s for %s in %s", d.Seconds(), t.Source, t.Where)
		}
	}
	return line
}
