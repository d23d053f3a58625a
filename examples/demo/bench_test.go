package demo_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/rs/zerolog"

	"demarc/checks"
	awschecks "demarc/checks/aws"
	"demarc/examples/demo"
	"demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/connect"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// A large estate: one account, four regions.
type large struct{ buckets, groups, users, instances int }

const largeAccount = "777788889999"

var (
	largeRegions = []string{"us-east-1", "eu-central-1", "ap-southeast-2", "us-west-2"}
	asked        = large{buckets: 2000, groups: 2000, users: 500, instances: 500}
)

// estate answers as the demo does, and for the large account with its own.
func (l large) estate() *awsfake.Estate {
	e := demo.Estate()
	region := func(i int) string { return largeRegions[i%len(largeRegions)] }
	awsfake.On(e, func(awsfake.Call, *ec2.DescribeRegionsInput) (*ec2.DescribeRegionsOutput, error) {
		out := &ec2.DescribeRegionsOutput{}
		for _, r := range largeRegions {
			out.Regions = append(out.Regions, ec2types.Region{RegionName: &r, OptInStatus: new("opt-in-not-required")})
		}
		return out, nil
	})
	l.s3(e, region)
	l.iam(e)
	l.ec2(e)
	return e
}

func (l large) s3(e *awsfake.Estate, region func(int) string) {
	var buckets []s3types.Bucket
	for i := range l.buckets {
		buckets = append(buckets, s3types.Bucket{Name: new(fmt.Sprintf("bucket-%05d", i)), BucketRegion: new(region(i))})
	}
	awsfake.On(e, func(_ awsfake.Call, in *s3.ListBucketsInput) (*s3.ListBucketsOutput, error) {
		page, next := awsfake.Page(buckets, in.ContinuationToken, 1000)
		return &s3.ListBucketsOutput{Buckets: page, ContinuationToken: next}, nil
	})
	none := func(code string) error { return awsfake.Error(404, code, "none") }
	awsfake.On(e, func(awsfake.Call, *s3.GetPublicAccessBlockInput) (*s3.GetPublicAccessBlockOutput, error) {
		return nil, none("NoSuchPublicAccessBlockConfiguration")
	})
	awsfake.On(e, func(awsfake.Call, *s3.GetBucketLoggingInput) (*s3.GetBucketLoggingOutput, error) {
		return &s3.GetBucketLoggingOutput{}, nil
	})
	awsfake.On(e, func(awsfake.Call, *s3.GetBucketVersioningInput) (*s3.GetBucketVersioningOutput, error) {
		return &s3.GetBucketVersioningOutput{}, nil
	})
	awsfake.On(e, func(awsfake.Call, *s3.GetBucketAclInput) (*s3.GetBucketAclOutput, error) {
		return &s3.GetBucketAclOutput{}, nil
	})
	awsfake.On(e, func(awsfake.Call, *s3.GetBucketEncryptionInput) (*s3.GetBucketEncryptionOutput, error) {
		return nil, none("ServerSideEncryptionConfigurationNotFoundError")
	})
	awsfake.On(e, func(awsfake.Call, *s3.GetBucketOwnershipControlsInput) (*s3.GetBucketOwnershipControlsOutput, error) {
		return nil, none("OwnershipControlsNotFoundError")
	})
	awsfake.On(e, func(awsfake.Call, *s3.GetBucketLifecycleConfigurationInput) (*s3.GetBucketLifecycleConfigurationOutput, error) {
		return nil, none("NoSuchLifecycleConfiguration")
	})
	awsfake.On(e, func(awsfake.Call, *s3.GetBucketPolicyInput) (*s3.GetBucketPolicyOutput, error) {
		return nil, none("NoSuchBucketPolicy")
	})
	awsfake.On(e, func(awsfake.Call, *s3.GetBucketPolicyStatusInput) (*s3.GetBucketPolicyStatusOutput, error) {
		return nil, none("NoSuchBucketPolicy")
	})
}

func (l large) iam(e *awsfake.Estate) {
	var users []iamtypes.UserDetail
	report := &strings.Builder{}
	report.WriteString("user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n")
	line := func(name, arn string) {
		fmt.Fprintf(report, "%s,%s,2024-01-01T00:00:00+00:00,true,2026-11-01T00:00:00+00:00,2026-01-01T00:00:00+00:00,N/A,false,true,2026-01-01T00:00:00+00:00,2026-11-01T00:00:00+00:00,us-east-1,s3,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n", name, arn)
	}
	line("<root_account>", "arn:aws:iam::"+largeAccount+":root")
	for i := range l.users {
		name := fmt.Sprintf("user-%05d", i)
		arn := "arn:aws:iam::" + largeAccount + ":user/" + name
		users = append(users, iamtypes.UserDetail{UserName: &name, Arn: &arn, UserId: new("AIDA" + name), Path: new("/"), CreateDate: new(demo.Now.AddDate(-2, 0, 0))})
		line(name, arn)
	}
	awsfake.On(e, func(_ awsfake.Call, in *iam.GetAccountAuthorizationDetailsInput) (*iam.GetAccountAuthorizationDetailsOutput, error) {
		page, next := awsfake.Page(users, in.Marker, 1000)
		return &iam.GetAccountAuthorizationDetailsOutput{UserDetailList: page, Marker: next, IsTruncated: next != nil}, nil
	})
	awsfake.On(e, func(awsfake.Call, *iam.GetCredentialReportInput) (*iam.GetCredentialReportOutput, error) {
		return &iam.GetCredentialReportOutput{Content: []byte(report.String()), GeneratedTime: &demo.Now}, nil
	})
}

func (l large) ec2(e *awsfake.Estate) {
	groups, instances := map[string][]ec2types.SecurityGroup{}, map[string][]ec2types.Reservation{}
	for i := range l.groups {
		r := largeRegions[i%len(largeRegions)]
		id := fmt.Sprintf("sg-%017d", i)
		groups[r] = append(groups[r], ec2types.SecurityGroup{
			GroupId: &id, GroupName: &id, OwnerId: new(largeAccount), VpcId: new("vpc-" + r),
			SecurityGroupArn: new("arn:aws:ec2:" + r + ":" + largeAccount + ":security-group/" + id),
			IpPermissions: []ec2types.IpPermission{{IpProtocol: new("tcp"), FromPort: new(int32(443)), ToPort: new(int32(443)),
				IpRanges: []ec2types.IpRange{{CidrIp: new("10.0.0.0/8")}}}},
		})
	}
	for i := range l.instances {
		r := largeRegions[i%len(largeRegions)]
		instances[r] = append(instances[r], ec2types.Reservation{OwnerId: new(largeAccount), Instances: []ec2types.Instance{{
			InstanceId: new(fmt.Sprintf("i-%017d", i)), VpcId: new("vpc-" + r), LaunchTime: &demo.Now,
			State:           &ec2types.InstanceState{Name: ec2types.InstanceStateNameRunning},
			MetadataOptions: &ec2types.InstanceMetadataOptionsResponse{HttpTokens: ec2types.HttpTokensStateRequired, HttpEndpoint: ec2types.InstanceMetadataEndpointStateEnabled},
		}}})
	}
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeSecurityGroupsInput) (*ec2.DescribeSecurityGroupsOutput, error) {
		page, next := awsfake.Page(groups[c.Region], in.NextToken, 1000)
		return &ec2.DescribeSecurityGroupsOutput{SecurityGroups: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeInstancesInput) (*ec2.DescribeInstancesOutput, error) {
		page, next := awsfake.Page(instances[c.Region], in.NextToken, 1000)
		return &ec2.DescribeInstancesOutput{Reservations: page, NextToken: next}, nil
	})
}

// one is a provider of the large account alone.
type one struct {
	scanner.Provider
	session *aws.Session
}

func (o one) Accounts(ctx context.Context) ([]scanner.Account, error) {
	a, err := connect.AccountOf(ctx, o.session, nil)
	return []scanner.Account{a}, err
}

func (l large) scan(tb testing.TB, latency time.Duration, concurrency int) (*scanner.Scan, *awsfake.Estate, time.Duration) {
	tb.Helper()
	e := l.estate()
	e.CountCalls()
	if latency > 0 {
		e.Fault(awsfake.Latency(latency))
	}
	p := one{demo.Over(e, aws.Tuning{}), aws.NewSession(e.Config(largeAccount, largeRegions[0]), largeAccount, "aws", aws.Tuning{})}
	start := time.Now()
	s, err := scanner.Run(context.Background(), scanner.Config{Providers: []scanner.Provider{p}, Checks: awschecks.All, Now: demo.Now, Concurrency: concurrency, Log: zerolog.Nop()})
	if err != nil {
		tb.Fatal(err)
	}
	return s, e, time.Since(start)
}

// BenchmarkScan is the large estate behind 30 ms a call. It prints the wall
// time as a ratio to what the calls alone would take.
func BenchmarkScan(b *testing.B) {
	const latency, concurrency = 30 * time.Millisecond, 64
	for b.Loop() {
		peak := watchHeap()
		s, e, wall := asked.scan(b, latency, concurrency)
		most := peak()
		if twice := e.Repeated(); len(twice) > 0 {
			b.Errorf("calls made twice: %v", twice[:min(5, len(twice))])
		}
		resources := 0
		for _, n := range s.Summary().Scopes[0].Resources {
			resources += n
		}
		calls := s.Summary().Coverage.Calls
		// The longest chain: regions, a listing's page, its children's, a fetch.
		chain := 6 * latency
		atBest := max(chain, time.Duration(calls)*latency/concurrency)
		ratio := float64(wall) / float64(atBest)
		b.ReportMetric(float64(calls), "calls")
		b.ReportMetric(float64(calls)/float64(resources), "calls/resource")
		b.ReportMetric(most/(1<<20), "peak-MB")
		b.ReportMetric(wall.Seconds(), "wall-s")
		b.ReportMetric(ratio, "wall/best")
		if ratio > 1.5 {
			b.Errorf("the wall time is %.2f times what the calls take at best (%s), more than 1.5", ratio, atBest)
		}
	}
}

// BenchmarkEvaluate is evaluation alone, on one core: verdicts a minute, and
// how the time grows with the estate.
func BenchmarkEvaluate(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	time1, verdicts1 := evaluate(b, large{200, 200, 50, 50})
	for b.Loop() {
		time10, verdicts := evaluate(b, asked)
		perMinute := float64(verdicts) / time10.Minutes()
		growth := (time10.Seconds() / time1.Seconds()) / (float64(verdicts) / float64(verdicts1) / 10)
		b.ReportMetric(perMinute, "verdicts/min")
		b.ReportMetric(growth, "time-for-10x")
		if perMinute < 1e6 {
			b.Errorf("%.0f verdicts a minute, fewer than a million", perMinute)
		}
		if growth > 11 {
			b.Errorf("ten times the estate takes %.1f times the time", growth)
		}
	}
}

// evaluate is the least time of several evaluations of an estate.
func evaluate(b *testing.B, l large) (best time.Duration, verdicts int) {
	b.Helper()
	e := l.estate()
	p := one{demo.Over(e, aws.Tuning{}), aws.NewSession(e.Config(largeAccount, largeRegions[0]), largeAccount, "aws", aws.Tuning{})}
	accounts, err := p.Accounts(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	var needs []inventory.Source
	for _, c := range awschecks.All {
		needs = append(needs, c.Needs...)
	}
	inv := inventory.Collect(context.Background(), accounts[0].Target, needs, inventory.Options{Now: demo.Now, Classify: aws.Classify})
	best = time.Hour
	for range 3 {
		verdicts = 0
		runtime.GC()
		start := time.Now()
		for _, c := range awschecks.All {
			evaluateOne(c, inv, &verdicts)
		}
		best = min(best, time.Since(start))
	}
	return best, verdicts
}

func evaluateOne(c *checks.Check, inv *inventory.Inventory, n *int) {
	checks.Evaluate(c, inv, nil, func(checks.Result) { *n++ })
}
