package cloudfront

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/cloudfront"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	tagging "github.com/aws/aws-sdk-go-v2/service/resourcegroupstaggingapi"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// DistributionConfig fetches Distribution.Config.
var DistributionConfig = &inventory.Field[Distribution, Config]{
	Of: Distributions, Column: "config", Actions: []string{"cloudfront:GetDistributionConfig"},
	At: func(d *Distribution) *inventory.Known[Config] { return &d.Config },
	Fetch: func(ctx context.Context, s inventory.Scope, d *Distribution) (Config, error) {
		out, err := client(s).GetDistributionConfig(ctx, &cloudfront.GetDistributionConfigInput{Id: &d.ID})
		if aws.Code(err, "NoSuchDistribution") {
			return Config{}, fmt.Errorf("%w: %w", inventory.ErrGone, err)
		}
		if err != nil {
			return Config{}, err
		}
		if out.DistributionConfig == nil {
			return Config{}, aws.ErrBroken
		}
		// Both members are optional in the API reference: without a root object
		// the element is empty, and legacy logging is off unless Logging says
		// that it is on.
		c := Config{RootObject: aws.Deref(out.DistributionConfig.DefaultRootObject)}
		if l := out.DistributionConfig.Logging; l != nil && aws.Deref(l.Enabled) {
			c.LogBucket = aws.Deref(l.Bucket)
			if c.LogBucket == "" {
				return Config{}, aws.ErrBroken
			}
		}
		return c, nil
	},
}

// DistributionDeliveries fetches Distribution.Deliveries.
var DistributionDeliveries = &inventory.Field[Distribution, []string]{
	Of: Distributions, Column: "deliveries", Uses: []inventory.Source{logDeliveries},
	At: func(d *Distribution) *inventory.Known[[]string] { return &d.Deliveries },
	Fetch: func(ctx context.Context, s inventory.Scope, d *Distribution) ([]string, error) {
		all, err := logDeliveries.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		return all[d.Full], nil
	},
}

// logDeliveries reads where CloudWatch Logs delivers access logs to, by the ARN
// of what writes them. CloudFront's deliveries are kept in us-east-1 (Amazon
// CloudFront Developer Guide, "Configure standard logging (v2)").
var logDeliveries = &inventory.Call[map[string][]string]{
	Title:   "aws.cloudfront.logDeliveries",
	Actions: []string{"logs:DescribeDeliverySources", "logs:DescribeDeliveries"},
	Do: func(ctx context.Context, s inventory.Scope) (map[string][]string, error) {
		logs := cloudwatchlogs.NewFromConfig(aws.ConfigIn(s, "logs", homeOf(s)))
		to := map[string][]string{} // by the name of the source
		for out, err := range aws.Pages(ctx, logs.DescribeDeliveries, &cloudwatchlogs.DescribeDeliveriesInput{},
			func(out *cloudwatchlogs.DescribeDeliveriesOutput) *string { return out.NextToken },
			func(in *cloudwatchlogs.DescribeDeliveriesInput, token *string) { in.NextToken = token }) {
			if err != nil {
				return nil, err
			}
			for _, d := range out.Deliveries {
				if d.DeliverySourceName == nil || d.DeliveryDestinationArn == nil {
					return nil, aws.ErrBroken
				}
				to[*d.DeliverySourceName] = append(to[*d.DeliverySourceName], *d.DeliveryDestinationArn)
			}
		}
		all := map[string][]string{}
		for out, err := range aws.Pages(ctx, logs.DescribeDeliverySources, &cloudwatchlogs.DescribeDeliverySourcesInput{},
			func(out *cloudwatchlogs.DescribeDeliverySourcesOutput) *string { return out.NextToken },
			func(in *cloudwatchlogs.DescribeDeliverySourcesInput, token *string) { in.NextToken = token }) {
			if err != nil {
				return nil, err
			}
			for _, src := range out.DeliverySources {
				switch {
				case src.Name == nil || src.LogType == nil:
					return nil, aws.ErrBroken
				case *src.LogType != "ACCESS_LOGS":
					continue
				}
				for _, arn := range src.ResourceArns {
					all[arn] = append(all[arn], to[*src.Name]...)
				}
			}
		}
		return all, nil
	},
}

// An OriginBucket is a bucket that some distribution fetches from, whoever
// owns it.
type OriginBucket struct {
	inventory.Resource
	Exists inventory.Known[bool] `fetch:"-"`
}

// OriginBuckets lists the buckets that distributions fetch from, without a call.
var OriginBuckets = &inventory.Type[OriginBucket]{
	Kind:  "aws.cloudfront.OriginBucket",
	Level: inventory.AtAccount,
	Model: inventory.Serverless,
	Under: inventory.Under(Distributions, func(_ context.Context, s inventory.Scope, d *Distribution) iter.Seq2[*OriginBucket, error] {
		var rows []*OriginBucket
		origins, _ := d.Origins.Peek() // what is hidden here hides the origins from the checks too
		for _, o := range origins {
			if name := o.Bucket(); name != "" {
				r := aws.Resource(s, BucketARN(aws.From(s).Partition, name), name)
				r.Tags = inventory.Of[map[string]string](nil)
				rows = append(rows, &OriginBucket{Resource: r})
			}
		}
		return aws.One(rows, nil)
	}),
}

// BucketARN is the ARN of a bucket.
func BucketARN(partition, name string) string {
	return aws.ARN{Partition: partition, Service: "s3", Resource: name}.String()
}

// OriginBucketExists fetches OriginBucket.Exists. S3 answers HeadBucket for any
// name from any region, and whatever the permissions are, an existing bucket's
// answer names its region in a header (S3 API reference, "HeadBucket"). A
// status without the header tells nothing, save 404.
var OriginBucketExists = &inventory.Field[OriginBucket, bool]{
	Of: OriginBuckets, Column: "exists", Actions: []string{"s3:ListBucket"},
	At: func(b *OriginBucket) *inventory.Known[bool] { return &b.Exists },
	Fetch: func(ctx context.Context, s inventory.Scope, b *OriginBucket) (bool, error) {
		buckets := s3.NewFromConfig(aws.ConfigIn(s, "s3", ""), func(o *s3.Options) { o.UsePathStyle = o.BaseEndpoint != nil })
		_, err := buckets.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: &b.ID})
		var answer *smithyhttp.ResponseError
		switch {
		case err == nil:
			return true, nil
		case aws.Code(err, "NotFound", "NoSuchBucket"):
			return false, nil
		case errors.As(err, &answer) && answer.Response != nil && answer.Response.Header.Get("x-amz-bucket-region") != "":
			return true, nil
		}
		return false, err
	},
}

// globalTags reads the tags of CloudFront's resources, which the tagging
// service keeps in us-east-1, whatever the account's home region is.
var globalTags = &inventory.Call[map[string]map[string]string]{
	Title:   "aws.cloudfront.tags",
	Actions: []string{"tag:GetResources"},
	Do: func(ctx context.Context, s inventory.Scope) (map[string]map[string]string, error) {
		all := map[string]map[string]string{}
		c := tagging.NewFromConfig(aws.ConfigIn(s, "tagging", homeOf(s)))
		for out, err := range aws.Pages(ctx, c.GetResources, &tagging.GetResourcesInput{ResourceTypeFilters: []string{"cloudfront"}},
			func(out *tagging.GetResourcesOutput) *string { return out.PaginationToken },
			func(in *tagging.GetResourcesInput, token *string) { in.PaginationToken = token }) {
			if err != nil {
				return all, err
			}
			for _, r := range out.ResourceTagMappingList {
				tags := map[string]string{}
				for _, t := range r.Tags {
					if t.Key != nil {
						tags[*t.Key] = aws.Deref(t.Value)
					}
				}
				all[aws.Deref(r.ResourceARN)] = tags
			}
		}
		return all, nil
	},
}

// homeOf is the region that keeps what other services hold for CloudFront.
func homeOf(s inventory.Scope) string {
	if aws.From(s).Partition == "aws-cn" {
		return "cn-northwest-1"
	}
	return "us-east-1"
}
