// Package autoscaling collects Amazon EC2 Auto Scaling groups and launch
// configurations.
package autoscaling

import (
	"github.com/aws/aws-sdk-go-v2/service/autoscaling"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

func client(s inventory.Scope) *autoscaling.Client {
	return autoscaling.NewFromConfig(aws.Config(s, "autoscaling"))
}

// named is the resource of a name whose ARN the listing gives: it holds an id
// that nothing else gives, so that none can be made for an answer without it.
func named(s inventory.Scope, arn, name *string) inventory.Resource {
	return aws.Resource(s, *arn, *name)
}
