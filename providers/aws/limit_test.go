package aws_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/inventory"
)

// Fifty throttled calls: the rate falls, and nothing is lost.
func TestThrottledCallsSlowDown(t *testing.T) {
	const calls, refused = 120, 50
	var e awsfake.Estate
	var throttled atomic.Int32
	var mu sync.Mutex
	var answered []time.Time
	e.Fault(func(context.Context, awsfake.Call) error {
		if throttled.Add(1) <= refused {
			return awsfake.Error(503, "SlowDown", "Please reduce your request rate.")
		}
		mu.Lock()
		answered = append(answered, time.Now())
		mu.Unlock()
		return nil
	})
	awsfake.On(&e, func(awsfake.Call, *s3.GetBucketVersioningInput) (*s3.GetBucketVersioningOutput, error) {
		return &s3.GetBucketVersioningOutput{Status: types.BucketVersioningStatusEnabled}, nil
	})
	sess := aws.NewSession(e.Config("111122223333", "us-east-1"), "111122223333", "aws", aws.Tuning{MaxAttempts: 20, MaxBackoff: time.Millisecond, MinRate: 50})
	scope := inventory.Scope{Account: "111122223333", Region: "us-east-1", Session: sess}
	start := time.Now()
	var wg sync.WaitGroup
	var lost atomic.Int32
	for range calls {
		wg.Go(func() {
			_, err := s3.NewFromConfig(aws.Config(scope, "s3")).GetBucketVersioning(context.Background(), &s3.GetBucketVersioningInput{Bucket: new("b")})
			if err != nil {
				lost.Add(1)
				t.Log(err)
			}
		})
	}
	wg.Wait()
	if lost.Load() != 0 || len(answered) != calls {
		t.Errorf("%d calls lost, %d answered, want 0 and %d", lost.Load(), len(answered), calls)
	}
	if rate := aws.RateOf(sess, "us-east-1", "s3"); rate == 0 {
		t.Error("the service throttled fifty calls and there is no limit")
	}
	// Unlimited, 200 attempts in memory take some 20 ms. Half of the rate that
	// was refused, and never under 50 a second, spreads the rest out.
	if d := time.Since(start); d < 200*time.Millisecond || d > 10*time.Second {
		t.Errorf("took %s: the calls were not paced, or too much", d)
	}
}
