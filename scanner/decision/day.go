package decision

import (
	"fmt"
	"time"
)

// A Day is a date, of UTC; the zero value is none.
type Day struct{ t time.Time }

// DayOf is the day that a time falls on.
func DayOf(t time.Time) Day { return Day{t.UTC().Truncate(24 * time.Hour)} }

// ParseDay reads "2027-01-31".
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("%q is no date: write it as 2027-01-31", s)
	}
	return Day{t}, nil
}

func (d Day) String() string { return d.t.Format(time.DateOnly) }

// IsZero reports whether there is no date.
func (d Day) IsZero() bool { return d.t.IsZero() }

// After reports whether d is later than o.
func (d Day) After(o Day) bool { return d.t.After(o.t) }

// Plus is the day n days later.
func (d Day) Plus(n int) Day { return Day{d.t.AddDate(0, 0, n)} }

// Since is how many days d is later than o.
func (d Day) Since(o Day) int { return int(d.t.Sub(o.t) / (24 * time.Hour)) }
