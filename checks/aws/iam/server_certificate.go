package iam

import (
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// ServerCertificate asks that no expired certificate be kept in IAM.
var ServerCertificate = &checks.Check{
	ID:       "aws-iam-server-certificate-expired",
	Title:    "No expired TLS certificate is stored in IAM",
	Why:      "An expired certificate that is put onto a load balancer or a distribution by mistake turns every client away.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "The console does not show these certificates: use the CLI. Replace the certificate by one of AWS Certificate Manager, which renews itself.",
		CLI:       "aws iam delete-server-certificate --server-certificate-name <certificate>",
		Terraform: "resource \"aws_acm_certificate\" \"example\" {\n  domain_name       = \"www.example.com\"\n  validation_method = \"DNS\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.17"}},
	Aliases:  []string{"prowler:iam_no_expired_server_certificates_stored"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html",
	Needs:    []inventory.Source{iam.ServerCertificates},
	Run: checks.Each(iam.ServerCertificates, func(p *checks.Probe, c *iam.ServerCertificate) {
		if at, ok := c.Expires.Get(p); ok && at.Before(p.Inv.Now) {
			p.Evidence("expiration", at.Format(time.RFC3339))
			p.Failf("the certificate expired %s", ago(p, at))
		}
	}),
}
