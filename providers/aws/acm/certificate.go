// Package acm collects the certificates of AWS Certificate Manager.
package acm

import (
	"context"
	"iter"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/acm"
	"github.com/aws/aws-sdk-go-v2/service/acm/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Certificate is issued by Amazon or imported.
type Certificate struct {
	inventory.Resource
	Status       inventory.Known[string] // ISSUED, EXPIRED, PENDING_VALIDATION, …
	Type         inventory.Known[string] // AMAZON_ISSUED, IMPORTED, PRIVATE
	InUse        inventory.Known[bool]   // some resource of AWS shows it
	KeyAlgorithm inventory.Known[string] // RSA_2048, EC_prime256v1, …
	NotAfter     inventory.Known[time.Time]
}

const list = "ACM ListCertificates"

// Certificates lists the certificates, of every kind of key: without the
// filter, the listing leaves out all but RSA keys of 1024 and 2048 bits.
var Certificates = &inventory.Type[Certificate]{
	Kind:    "aws.acm.Certificate",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"acm:ListCertificates"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Certificate, error] {
		in := &acm.ListCertificatesInput{Includes: &types.Filters{KeyTypes: types.KeyAlgorithm("").Values()}}
		pages := aws.Pages(ctx, client(s).ListCertificates, in,
			func(out *acm.ListCertificatesOutput) *string { return out.NextToken },
			func(in *acm.ListCertificatesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *acm.ListCertificatesOutput) (rows []*Certificate) {
			for _, c := range out.CertificateSummaryList {
				rows = append(rows, certificate(s, c))
			}
			return rows
		})
	},
}

func certificate(s inventory.Scope, c types.CertificateSummary) *Certificate {
	arn := aws.Deref(c.CertificateArn)
	return &Certificate{
		Resource: aws.Named(aws.Resource(s, arn, arn[strings.LastIndex(arn, "/")+1:]), aws.Deref(c.DomainName)),
		Status:   said(string(c.Status), "Status"),
		Type:     said(string(c.Type), "Type"),
		InUse:    inventory.FromPtr(c.InUse, inventory.Unanswered[bool](list, "InUse")),
		// The listing spells algorithms with an underscore, the description of a
		// single certificate with a hyphen.
		KeyAlgorithm: said(strings.Replace(string(c.KeyAlgorithm), "-", "_", 1), "KeyAlgorithm"),
		// Only certificates that were issued have it.
		NotAfter: inventory.FromPtr(c.NotAfter, inventory.Unanswered[time.Time](list, "NotAfter")),
	}
}

func said(word, what string) inventory.Known[string] {
	if word == "" {
		return inventory.Unanswered[string](list, what)
	}
	return inventory.Of(word)
}

func client(s inventory.Scope) *acm.Client { return acm.NewFromConfig(aws.Config(s, "acm")) }
