// Package aws collects the inventory of AWS accounts through the official SDK,
// read-only.
package aws

import (
	"cmp"
	"context"
	"maps"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmw "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/middleware"

	"demarc/providers/inventory"
)

// A Session is the way into one account. It holds the configuration and no
// service client: a client in a field that reflection can reach keeps every
// operation of its service in the binary.
type Session struct {
	Account   string
	Partition string              // "aws", "aws-cn", "aws-us-gov"
	Home      string              // the region that answers for the account's global services
	Trusted   func(a string) bool // accounts that are the customer's own, this one included
	// Unsure says that other accounts may be the customer's own, too: those of
	// the organization could not be listed.
	Unsure bool

	base   aws.Config
	tuning Tuning

	mu       sync.Mutex
	retryers map[place]*limiter
	calls    map[string]int
}

// A place is what a provider's limit holds for.
type place struct{ region, service string }

// Tuning says how hard a session tries. The zero Tuning works.
type Tuning struct {
	MaxAttempts int           // of one call, the first included; where zero what the SDK is configured for, else 8
	MaxBackoff  time.Duration // between two of them; 20 s where zero
	Timeout     time.Duration // of one attempt; 30 s where zero
	MinRate     float64       // calls a second that throttling never goes below; 2 where zero
}

// NewSession makes the session of one account from a configuration with its
// credentials. The read-only guard, the limits and the count of calls are put
// in place here, and hold for every client that is made from Config.
func NewSession(cfg aws.Config, account, partition string, t Tuning) *Session {
	t.MaxAttempts = cmp.Or(t.MaxAttempts, cfg.RetryMaxAttempts, 8) // AWS_MAX_ATTEMPTS counts
	t.MaxBackoff = cmp.Or(t.MaxBackoff, 20*time.Second)
	t.Timeout = cmp.Or(t.Timeout, 30*time.Second)
	t.MinRate = cmp.Or(t.MinRate, 2)
	s := &Session{
		Account: account, Partition: cmp.Or(partition, "aws"), Home: cfg.Region,
		Trusted: func(a string) bool { return a == account },
		base:    cfg.Copy(), tuning: t, retryers: map[place]*limiter{}, calls: map[string]int{},
	}
	own := s.base.APIOptions
	s.base.APIOptions = append(own[:len(own):len(own)], guard, refuseWebPages, s.count, s.limitAttempt)
	return s
}

// From returns the session behind a scope.
func From(s inventory.Scope) *Session { return s.Session.(*Session) }

// Config returns the configuration to make a client of service from, for the
// region of s.
func Config(s inventory.Scope, service string) aws.Config {
	return ConfigIn(s, service, s.Region)
}

// ConfigIn is Config for a region other than that of the scope: the home of a
// trail, the region of a bucket. Region "" is the account's home region.
func ConfigIn(s inventory.Scope, service, region string) aws.Config {
	sess := From(s)
	cfg := sess.base.Copy()
	cfg.Region = cmp.Or(region, sess.Home)
	limiter := sess.retryer(place{cfg.Region, service})
	cfg.Retryer = func() aws.Retryer { return limiter }
	return cfg
}

// retryer hands out the one retryer of a place. It learns the rate that the
// service stands; an instance of its own for each client would have nothing to
// remember.
func (s *Session) retryer(p place) *limiter {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r := s.retryers[p]; r != nil {
		return r
	}
	r := newLimiter(s.tuning)
	s.retryers[p] = r
	return r
}

// count counts the calls by service and operation, retries not included.
func (s *Session) count(stack *middleware.Stack) error {
	return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("demarcCount",
		func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			name := awsmw.GetServiceID(ctx) + " " + middleware.GetOperationName(ctx)
			s.mu.Lock()
			s.calls[name]++
			s.mu.Unlock()
			return next.HandleInitialize(ctx, in)
		}), middleware.After)
}

// Calls returns how often each operation was called.
func (s *Session) Calls() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.calls)
}

// timeout is the error of an attempt that took too long; the retryer takes it
// for one that may succeed when made again.
type timeout struct{}

func (timeout) Error() string { return "no answer within the time for one attempt" }
func (timeout) Timeout() bool { return true }
func (timeout) Unwrap() error { return context.DeadlineExceeded }

// limitAttempt bounds the time of one attempt, inside the retries.
func (s *Session) limitAttempt(stack *middleware.Stack) error {
	return stack.Finalize.Insert(middleware.FinalizeMiddlewareFunc("demarcAttemptTimeout",
		func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
			limited, cancel := context.WithTimeout(ctx, s.tuning.Timeout)
			defer cancel()
			out, md, err := next.HandleFinalize(limited, in)
			if err != nil && limited.Err() != nil && ctx.Err() == nil {
				err = timeout{}
			}
			return out, md, err
		}), "Retry", middleware.After)
}
