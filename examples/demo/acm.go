package demo

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/service/acm"
	"github.com/aws/aws-sdk-go-v2/service/acm/types"

	"demarc/providers/aws/awsfake"
)

// A cert is a certificate; days is how long it still holds.
type cert struct {
	id, domain string
	kind       types.CertificateType
	status     types.CertificateStatus
	key        types.KeyAlgorithm
	days       int
	used       bool
}

var certs = map[place][]cert{
	{Shop, virginia}: {
		{"0c1d0001-0000-4000-8000-000000000001", "www.larkspur.example", "AMAZON_ISSUED", "ISSUED", "RSA_2048", 211, true},
		{"0c1d0001-0000-4000-8000-000000000002", "sale.larkspur.example", "AMAZON_ISSUED", "PENDING_VALIDATION", "RSA_2048", 0, false},
	},
	{Shop, frankfurt}: {
		{"0c1d0002-0000-4000-8000-000000000001", "api.larkspur.example", "AMAZON_ISSUED", "ISSUED", "EC_prime256v1", 160, true},
		{"0c1d0002-0000-4000-8000-000000000002", "suppliers.larkspur.example", "IMPORTED", "ISSUED", "RSA_4096", 12, true},
	},
	{Lab, virginia}: {
		{"0c1d0003-0000-4000-8000-000000000001", "lab.larkspur.example", "IMPORTED", "ISSUED", "RSA_1024", 320, true},
		{"0c1d0003-0000-4000-8000-000000000002", "demo.larkspur.example", "AMAZON_ISSUED", "ISSUED", "RSA_2048", 20, false},
		{"0c1d0003-0000-4000-8000-000000000003", "old.larkspur.example", "IMPORTED", "EXPIRED", "RSA_2048", -40, false},
	},
}

func acmAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *acm.ListCertificatesInput) (*acm.ListCertificatesOutput, error) {
		page, next := awsfake.Page(certs[at(c)], in.NextToken, 2)
		out := &acm.ListCertificatesOutput{NextToken: next}
		for _, k := range page {
			s := types.CertificateSummary{
				CertificateArn: new("arn:aws:acm:" + c.Region + ":" + c.Account + ":certificate/" + k.id), DomainName: &k.domain,
				Type: k.kind, Status: k.status, KeyAlgorithm: k.key, InUse: &k.used,
			}
			if k.days != 0 {
				s.NotAfter = new(Now.Add(time.Duration(k.days) * 24 * time.Hour))
			}
			out.CertificateSummaryList = append(out.CertificateSummaryList, s)
		}
		return out, nil
	})
}
