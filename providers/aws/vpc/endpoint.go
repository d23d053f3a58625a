package vpc

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Endpoint is a private way from a VPC to a service.
type Endpoint struct {
	inventory.Resource
	VPCID       string
	Type        string                  // Interface, Gateway, GatewayLoadBalancer…
	ServiceName string                  // com.amazonaws.eu-central-1.ec2
	State       inventory.Known[string] // available, pending, pendingacceptance…
}

// Endpoints lists the VPC endpoints of each region.
var Endpoints = &inventory.Type[Endpoint]{
	Kind: "aws.vpc.Endpoint", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeVpcEndpoints"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Endpoint, error] {
		pages := aws.Pages(ctx, client(s).DescribeVpcEndpoints, &ec2.DescribeVpcEndpointsInput{MaxResults: new(many)},
			func(out *ec2.DescribeVpcEndpointsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeVpcEndpointsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeVpcEndpointsOutput) (rows []*Endpoint) {
			for _, e := range out.VpcEndpoints {
				row := &Endpoint{
					Resource: resource(s, e.OwnerId, "vpc-endpoint", *e.VpcEndpointId, e.Tags),
					VPCID:    aws.Deref(e.VpcId), Type: string(e.VpcEndpointType), ServiceName: aws.Deref(e.ServiceName),
					// The reference writes "Available" and its examples, as EC2 answers, "available".
					State: inventory.Of(strings.ToLower(string(e.State))),
				}
				if e.State == "" {
					row.State = inventory.Unanswered[string]("EC2 DescribeVpcEndpoints", "State")
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// EndpointsOfVPC finds the endpoints of a VPC.
var EndpointsOfVPC = &inventory.Index[Endpoint]{
	Of: Endpoints,
	Keys: func(r inventory.Reader, e *Endpoint) []string {
		return key(r, e.VPCID, "EC2 DescribeVpcEndpoints", "VpcId")
	},
}

// An EndpointService is a service that the account offers to others' VPCs.
type EndpointService struct {
	inventory.Resource
	State              string // pending, available, deleting, deleted, failed
	AcceptanceRequired inventory.Known[bool]
	Principals         inventory.Known[[]string] `fetch:"-"` // who may make endpoints to it; "*" is everybody
}

// EndpointServices lists the endpoint services that the account offers.
var EndpointServices = &inventory.Type[EndpointService]{
	Kind: "aws.vpc.EndpointService", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeVpcEndpointServiceConfigurations"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*EndpointService, error] {
		pages := aws.Pages(ctx, client(s).DescribeVpcEndpointServiceConfigurations, &ec2.DescribeVpcEndpointServiceConfigurationsInput{MaxResults: new(many)},
			func(out *ec2.DescribeVpcEndpointServiceConfigurationsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeVpcEndpointServiceConfigurationsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeVpcEndpointServiceConfigurationsOutput) (rows []*EndpointService) {
			for _, e := range out.ServiceConfigurations {
				rows = append(rows, &EndpointService{
					Resource:           resource(s, nil, "vpc-endpoint-service", *e.ServiceId, e.Tags),
					State:              strings.ToLower(string(e.ServiceState)),
					AcceptanceRequired: inventory.FromPtr(e.AcceptanceRequired, inventory.Unanswered[bool]("EC2 DescribeVpcEndpointServiceConfigurations", "AcceptanceRequired")),
				})
			}
			return rows
		})
	},
}

// EndpointServicePrincipals fetches EndpointService.Principals. A service on
// which nobody was allowed answers an empty list.
var EndpointServicePrincipals = &inventory.Field[EndpointService, []string]{
	Of: EndpointServices, Column: "principals", Actions: []string{"ec2:DescribeVpcEndpointServicePermissions"},
	At: func(e *EndpointService) *inventory.Known[[]string] { return &e.Principals },
	Fetch: func(ctx context.Context, s inventory.Scope, e *EndpointService) (all []string, err error) {
		for out, err := range aws.Pages(ctx, client(s).DescribeVpcEndpointServicePermissions,
			&ec2.DescribeVpcEndpointServicePermissionsInput{ServiceId: &e.ID, MaxResults: new(many)},
			func(out *ec2.DescribeVpcEndpointServicePermissionsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeVpcEndpointServicePermissionsInput, token *string) { in.NextToken = token }) {
			if aws.Code(err, "InvalidVpcEndpointServiceId.NotFound", "InvalidVpcEndpointService.NotFound") {
				return nil, fmt.Errorf("%w: %w", inventory.ErrGone, err)
			}
			if err != nil {
				return nil, err
			}
			for _, p := range out.AllowedPrincipals {
				if p.Principal == nil {
					return nil, aws.ErrBroken
				}
				all = append(all, *p.Principal)
			}
		}
		return all, nil
	},
}
