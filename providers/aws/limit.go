package aws

import (
	"context"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
)

// limiter is the one retryer of an account's service in a region. It decides
// what is tried again as the SDK's standard retryer does, and paces attempts:
// without a limit until the service throttles, then at half the rate that it
// was found to refuse, and from there slowly faster. (The SDK's adaptive mode
// falls to one call in two seconds when the first throttle comes early, since
// it has measured nothing yet.)
type limiter struct {
	aws.RetryerV2
	floor float64 // calls a second that it never goes below

	mu     sync.Mutex
	rate   float64   // calls a second; 0: no limit
	next   time.Time // when the next attempt may start
	cut    time.Time // when the rate was last lowered
	window time.Time // since when attempts are counted
	seen   int       // attempts in the window
	last   float64   // the rate measured in the window before
}

// The figures of the pacing.
const (
	measured  = time.Second            // how long attempts are counted
	cutPause  = 500 * time.Millisecond // throttles of one burst lower the rate once
	recovery  = 10.0                   // calls a second that a second of successes gains
	unlimited = 400.0                  // calls a second from which there is no limit
)

func newLimiter(t Tuning) *limiter {
	std := retry.NewStandard(func(o *retry.StandardOptions) {
		o.MaxAttempts, o.MaxBackoff = t.MaxAttempts, t.MaxBackoff
		o.RateLimiter = ratelimit.None // a quota of retries would lose calls; the pacing is ours
	})
	return &limiter{RetryerV2: std, floor: t.MinRate}
}

// GetAttemptToken waits until an attempt may start. The function it returns is
// told how the attempt ended.
func (l *limiter) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	if wait := l.reserve(time.Now()); wait > 0 {
		t := time.NewTimer(wait)
		defer t.Stop()
		select {
		case <-t.C:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	release, err := l.RetryerV2.GetAttemptToken(ctx)
	if err != nil {
		return nil, err
	}
	return func(err error) error {
		l.ended(err, time.Now())
		return release(err)
	}, nil
}

// maxOther is how often a call is tried that fails otherwise than by a
// throttle: a server error that lasts is not worth a minute of back-off.
const maxOther = 4

// RetryDelay implements aws.Retryer; an error ends the attempts.
func (l *limiter) RetryDelay(attempt int, err error) (time.Duration, error) {
	if attempt >= maxOther && throttles.IsErrorThrottle(err) != aws.TrueTernary {
		return 0, err
	}
	return l.RetryerV2.RetryDelay(attempt, err)
}

// reserve takes the next slot and says how far it is.
func (l *limiter) reserve(now time.Time) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	if now.Sub(l.window) >= measured {
		l.last, l.seen, l.window = float64(l.seen)/max(now.Sub(l.window), measured).Seconds(), 0, now
	}
	l.seen++
	if l.rate == 0 {
		return 0
	}
	if l.next.Before(now) {
		l.next = now
	}
	wait := l.next.Sub(now)
	l.next = l.next.Add(time.Duration(float64(time.Second) / l.rate))
	return wait
}

var throttles = retry.IsErrorThrottles(retry.DefaultThrottles)

func (l *limiter) ended(err error, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case err == nil:
		if l.rate > 0 {
			l.rate += recovery / l.rate
			if l.rate > unlimited {
				l.rate = 0
			}
		}
	case throttles.IsErrorThrottle(err) == aws.TrueTernary && now.Sub(l.cut) >= cutPause:
		at := max(l.last, float64(l.seen))
		if l.rate > 0 {
			at = l.rate
		}
		l.rate, l.cut = max(at/2, l.floor), now
	}
}

// Rate is the present limit in calls a second; 0 where there is none.
func (l *limiter) Rate() float64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.rate
}
