package iam

import (
	"context"
	"iter"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A SAMLProvider is an identity provider of the account for SAML federation;
// IAM Identity Center makes one in every account that it serves.
type SAMLProvider struct {
	inventory.Resource
}

// SAMLProviders lists the SAML providers.
var SAMLProviders = &inventory.Type[SAMLProvider]{
	Kind:    "aws.iam.SAMLProvider",
	Level:   inventory.AtAccount,
	Model:   inventory.Account,
	Actions: []string{"iam:ListSAMLProviders"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*SAMLProvider, error] {
		out, err := client(s).ListSAMLProviders(ctx, &iam.ListSAMLProvidersInput{})
		if err != nil {
			return aws.One[SAMLProvider](nil, err)
		}
		var rows []*SAMLProvider
		for _, p := range out.SAMLProviderList {
			arn := aws.Deref(p.Arn)
			rows = append(rows, &SAMLProvider{aws.Resource(s, arn, last(arn))})
		}
		return aws.One(rows, nil)
	},
}

// A ServerCertificate is a TLS certificate that is stored in IAM.
type ServerCertificate struct {
	inventory.Resource
	Expires inventory.Known[time.Time]
}

// ServerCertificates lists the certificates that are stored in IAM.
var ServerCertificates = &inventory.Type[ServerCertificate]{
	Kind:    "aws.iam.ServerCertificate",
	Level:   inventory.AtAccount,
	Model:   inventory.Account,
	Actions: []string{"iam:ListServerCertificates"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*ServerCertificate, error] {
		// The list "is required" (API reference): without certificates it is empty.
		call := aws.Whole(client(s).ListServerCertificates, func(out *iam.ListServerCertificatesOutput) bool {
			return out.ServerCertificateMetadataList == nil || cut(out.IsTruncated, out.Marker)
		})
		pages := aws.Pages(ctx, call, &iam.ListServerCertificatesInput{},
			func(out *iam.ListServerCertificatesOutput) *string { return out.Marker },
			func(in *iam.ListServerCertificatesInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *iam.ListServerCertificatesOutput) (rows []*ServerCertificate) {
			for _, c := range out.ServerCertificateMetadataList {
				rows = append(rows, &ServerCertificate{
					Resource: aws.Resource(s, aws.Deref(c.Arn), aws.Deref(c.ServerCertificateName)),
					Expires:  inventory.FromPtr(c.Expiration, inventory.Unanswered[time.Time]("IAM ListServerCertificates", "Expiration")),
				})
			}
			return rows
		})
	},
}

// last is the part of an ARN after its last slash.
func last(arn string) string { return arn[strings.LastIndex(arn, "/")+1:] }
