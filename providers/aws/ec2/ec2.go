// Package ec2 collects the compute half of Amazon EC2: instances, volumes,
// snapshots, images, launch templates, Spot Fleet requests, and the settings
// that the account makes for each region.
package ec2

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

func client(s inventory.Scope) *ec2.Client { return ec2.NewFromConfig(aws.Config(s, "ec2")) }

func tag(t types.Tag) (key, value *string) { return t.Key, t.Value }

// word reads an enumeration of the SDK, which has no pointer: empty is absent.
func word[S ~string](v S, absent inventory.Known[string]) inventory.Known[string] {
	if v == "" {
		return absent
	}
	return inventory.Of(string(v))
}

// operator is the service that manages a resource for the customer, empty for
// the customer's own: the API reference gives Operator as "the service provider
// that manages" the resource, with a principal only where managed is true.
func operator(o *types.OperatorResponse) inventory.Known[string] {
	if o == nil || !aws.Deref(o.Managed) {
		return inventory.Of("")
	}
	if o.Principal == nil {
		return inventory.Of("an AWS service")
	}
	return inventory.Of(*o.Principal)
}

// owned is the resource of an id whose ARN has no account in it, as the
// Service Authorization Reference gives those of snapshots and images. It
// belongs to the account that the answer names.
func owned(s inventory.Scope, kind, id string, owner *string) inventory.Resource {
	arn := aws.ARN{Partition: aws.From(s).Partition, Service: "ec2", Region: s.Region, Resource: kind + "/" + id}
	r := aws.Resource(s, arn.String(), id)
	if owner != nil {
		r.Account = *owner
	}
	return r
}
