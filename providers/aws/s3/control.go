package s3

import (
	"context"
	"net/url"

	"github.com/aws/aws-sdk-go-v2/service/s3control"
	transport "github.com/aws/smithy-go/endpoints"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// control is the client of S3 Control in region. The service puts the account
// in front of the host; a custom endpoint is taken as it is, since names under
// such a host seldom resolve.
func control(s inventory.Scope, region string) *s3control.Client {
	return s3control.NewFromConfig(aws.ConfigIn(s, "s3control", region), func(o *s3control.Options) {
		if o.BaseEndpoint != nil {
			o.EndpointResolverV2 = fixed(*o.BaseEndpoint)
		}
	})
}

// fixed is an endpoint of the user's own.
type fixed string

// ResolveEndpoint implements s3control.EndpointResolverV2.
func (f fixed) ResolveEndpoint(context.Context, s3control.EndpointParameters) (transport.Endpoint, error) {
	u, err := url.Parse(string(f))
	if err != nil {
		return transport.Endpoint{}, err
	}
	return transport.Endpoint{URI: *u}, nil
}
