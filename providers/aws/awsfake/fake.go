// Package awsfake answers calls of the AWS SDK in memory. The double is a
// middleware behind the retryer that returns typed outputs: input validation,
// endpoint rules, signing, retries and paging are the SDK's own, HTTP is never
// used. It serves tests and the demo estate.
package awsfake

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmw "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// A Call is one attempt, as the double sees it.
type Call struct {
	Account, Region, Service, Operation string
	Attempt                             int // 1, 2, … within one call
	Input                               any // such as *s3.GetBucketEncryptionInput
}

// A Fault is asked before each answer; an error is what the caller gets.
type Fault func(context.Context, Call) error

// An Estate answers for any number of accounts.
type Estate struct {
	mu       sync.Mutex
	handlers map[reflect.Type]handler
	faults   []Fault
	calls    map[string]int // "account region service operation input" and how often
	keep     bool
	rewrite  func(Call, any) any
}

type handler func(Call) (any, error)

// On registers the answer to one operation. The SDK's own types name it, so
// there is no string to mistype.
func On[In, Out any](e *Estate, f func(Call, *In) (*Out, error)) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.handlers == nil {
		e.handlers = map[reflect.Type]handler{}
	}
	e.handlers[reflect.TypeFor[*In]()] = func(c Call) (any, error) {
		out, err := f(c, c.Input.(*In))
		if err != nil {
			return nil, err // never a typed nil in an interface
		}
		return out, nil
	}
}

// Fault adds a fault. Faults are asked in the order in which they were added.
func (e *Estate) Fault(f Fault) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.faults = append(e.faults, f)
}

// Rewrite has f change each answer before it is given. f must not change what
// it is given: answers share the estate's data.
func (e *Estate) Rewrite(f func(c Call, answer any) any) { e.rewrite = f }

// CountCalls makes the estate keep each call with its input, so that Repeated
// can find calls that were made twice.
func (e *Estate) CountCalls() { e.keep = true }

// Calls returns how many calls, attempts after the first not counted, were
// made of each operation: "S3 ListBuckets".
func (e *Estate) Calls() map[string]int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return maps.Clone(e.calls)
}

// Repeated lists the calls that were made more than once with one input.
func (e *Estate) Repeated() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	var twice []string
	for c, n := range e.calls {
		if n > 1 && len(c) > 0 && c[0] == '=' {
			twice = append(twice, fmt.Sprintf("%d times %s", n, c[1:]))
		}
	}
	slices.Sort(twice)
	return twice
}

// Config is the configuration of one account's clients.
func (e *Estate) Config(account, region string) aws.Config {
	return aws.Config{
		Region: region, // never empty: the SDK still works out an endpoint
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "FAKE", SecretAccessKey: "fake", AccountID: account}, nil
		}),
		HTTPClient: noHTTP{},
		APIOptions: []func(*middleware.Stack) error{func(s *middleware.Stack) error { return e.install(s, account) }},
	}
}

// noHTTP proves that nothing leaves.
type noHTTP struct{}

func (noHTTP) Do(r *http.Request) (*http.Response, error) {
	return nil, fmt.Errorf("awsfake: a request to %s got past the double", r.URL.Host)
}

type stateKey struct{}

type state struct {
	in      any
	attempt int
}

func (e *Estate) install(s *middleware.Stack, account string) error {
	err := s.Initialize.Add(middleware.InitializeMiddlewareFunc("awsfakeState",
		func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			return next.HandleInitialize(middleware.WithStackValue(ctx, stateKey{}, &state{in: in.Parameters}), in)
		}), middleware.After)
	if err != nil {
		return err
	}
	// Retry is in Finalize, and Deserialize is inside it: what returns here is
	// one attempt, decoded.
	return s.Deserialize.Add(middleware.DeserializeMiddlewareFunc("awsfakeAnswer",
		func(ctx context.Context, _ middleware.DeserializeInput, _ middleware.DeserializeHandler) (out middleware.DeserializeOutput, md middleware.Metadata, err error) {
			st := middleware.GetStackValue(ctx, stateKey{}).(*state)
			st.attempt++
			c := Call{account, awsmw.GetRegion(ctx), awsmw.GetServiceID(ctx), middleware.GetOperationName(ctx), st.attempt, st.in}
			h, faults := e.record(c)
			for _, f := range faults {
				if err := f(ctx, c); err != nil {
					return out, md, err
				}
			}
			if h == nil {
				return out, md, Error(400, "AccessDenied", "awsfake: no answer for "+c.Service+" "+c.Operation)
			}
			out.Result, err = h(c)
			if err == nil && e.rewrite != nil {
				out.Result = e.rewrite(c, out.Result)
			}
			return out, md, err
		}), middleware.Before)
}

func (e *Estate) record(c Call) (handler, []Fault) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if c.Attempt == 1 {
		if e.calls == nil {
			e.calls = map[string]int{}
		}
		e.calls[c.Service+" "+c.Operation]++
		if e.keep {
			e.calls[fmt.Sprintf("=%s %s %s %s %s", c.Account, c.Region, c.Service, c.Operation, shown(c.Input))]++
		}
	}
	return e.handlers[reflect.TypeOf(c.Input)], e.faults
}

// shown writes the fields of an input that are set.
func shown(in any) string {
	v := reflect.ValueOf(in).Elem()
	var out []string
	for i := range v.NumField() {
		f := v.Field(i)
		if !v.Type().Field(i).IsExported() || f.IsZero() {
			continue
		}
		if f.Kind() == reflect.Pointer {
			f = f.Elem()
		}
		out = append(out, fmt.Sprintf("%s=%v", v.Type().Field(i).Name, f.Interface()))
	}
	return fmt.Sprint(out)
}

// Error is a service's error once decoded: the retryer, smithy.APIError and
// the HTTP status all see it.
func Error(status int, code, message string) error {
	return Wrap(status, &smithy.GenericAPIError{Code: code, Message: message})
}

// Wrap gives an error of the SDK's own types its HTTP status.
func Wrap(status int, err error) error {
	return &smithyhttp.ResponseError{Response: &smithyhttp.Response{Response: &http.Response{StatusCode: status, Header: http.Header{}}}, Err: err}
}

// Latency delays each call.
func Latency(d time.Duration) Fault {
	return func(ctx context.Context, _ Call) error {
		select {
		case <-time.After(d):
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Only narrows a fault to one operation: "S3 ListBuckets".
func Only(operation string, f Fault) Fault {
	return func(ctx context.Context, c Call) error {
		if c.Service+" "+c.Operation != operation {
			return nil
		}
		return f(ctx, c)
	}
}
