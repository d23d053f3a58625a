// Package autoscaling collects Amazon EC2 Auto Scaling groups and launch
// configurations.
package autoscaling

import (
	"cmp"

	"github.com/aws/aws-sdk-go-v2/service/autoscaling"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

func client(s inventory.Scope) *autoscaling.Client {
	return autoscaling.NewFromConfig(aws.Config(s, "autoscaling"))
}

// named is the resource of a name whose ARN the listing gives; it holds an id
// that nothing else gives.
func named(s inventory.Scope, arn *string, kind, name string) inventory.Resource {
	made := aws.MakeARN(s, "autoscaling", "%s:*:%sName/%s", kind, kind, name)
	return aws.Resource(s, cmp.Or(aws.Deref(arn), made), name)
}
