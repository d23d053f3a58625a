package vpc

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Address is an Elastic IP address.
type Address struct {
	inventory.Resource
	PublicIP   string
	ManagedBy  string                // the service that manages it, where one does: alb
	Associated inventory.Known[bool] // with an interface or an instance
}

// Addresses lists the Elastic IP addresses of each region, in one answer.
var Addresses = &inventory.Type[Address]{
	Kind: "aws.vpc.Address", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeAddresses"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Address, error] {
		out, err := client(s).DescribeAddresses(ctx, &ec2.DescribeAddressesInput{})
		if err != nil {
			return aws.One[Address](nil, err)
		}
		var rows []*Address
		for _, a := range out.Addresses {
			id := aws.Deref(a.AllocationId)
			if id == "" {
				id = *a.PublicIp
			}
			rows = append(rows, &Address{
				Resource: aws.Named(resource(s, nil, "elastic-ip", id, a.Tags), aws.Deref(a.PublicIp)),
				PublicIP: aws.Deref(a.PublicIp), ManagedBy: string(a.ServiceManaged),
				// An address that is associated has the association's id and its
				// interface; one that is not has neither ("describe-addresses").
				Associated: inventory.Of(aws.Deref(a.AssociationId)+aws.Deref(a.NetworkInterfaceId)+aws.Deref(a.InstanceId) != ""),
			})
		}
		return aws.One(rows, nil)
	},
}
