package acm

import (
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/acm"
	"demarc/providers/inventory"
)

var minDaysLeft = &checks.Param{Name: "minDaysLeft", Default: 30, Unit: "days", Source: "AWS Security Hub, ACM.1"}

// CertificateExpiry asks that certificates be renewed in good time. Amazon
// renews those that it issued, as long as they are in use and their domain can
// still be validated; so one of its own that is about to expire tells of a
// renewal that does not come about.
var CertificateExpiry = &checks.Check{
	ID:       "aws-acm-certificate-expiry",
	Title:    "ACM certificates are renewed well before they expire",
	Why:      "When the certificate expires, clients refuse the connection, and people learn to click warnings away.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Certificate Manager > Certificates > the certificate: Reimport certificate; for one that Amazon issued, put the CNAME records that are shown into the domain's zone.",
		CLI:       "aws acm import-certificate --certificate-arn <certificate-arn> --certificate fileb://<certificate.pem> --private-key fileb://<key.pem> --certificate-chain fileb://<chain.pem>",
		Terraform: "resource \"aws_acm_certificate\" \"example\" {\n  domain_name       = \"www.example.com\"\n  validation_method = \"DNS\"\n  lifecycle {\n    create_before_destroy = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ACM.1"}},
	Aliases:  []string{"prowler:acm_certificates_expiration_check", "securityhub:ACM.1"},
	Link:     "https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html",
	Params:   []*checks.Param{minDaysLeft},
	Needs:    []inventory.Source{acm.Certificates},
	Run: checks.Each(acm.Certificates, func(p *checks.Probe, c *acm.Certificate) {
		status, ok := c.Status.Get(p)
		switch {
		case !ok:
		case status == "EXPIRED":
			used, ok := c.InUse.Get(p)
			if ok && used {
				p.Evidence("status", status)
				p.Evidence("inUse", true)
				p.Failf("the certificate has expired and is in use")
			} else if ok {
				p.Skipf("it has expired, and nothing uses it")
			}
		case status != "ISSUED":
			p.Skipf("it is not issued: its status is %s", status)
		default:
			expiring(p, c)
		}
	}),
}

func expiring(p *checks.Probe, c *acm.Certificate) {
	until, ok := c.NotAfter.Get(p)
	left := until.Sub(p.Inv.Now)
	if !ok || left >= time.Duration(p.Int(minDaysLeft))*24*time.Hour {
		return
	}
	p.Evidence("notAfter", until.UTC().Format(time.DateOnly))
	if kind, ok := c.Type.Peek(); ok {
		p.Evidence("type", kind)
	}
	if used, ok := c.InUse.Peek(); ok {
		p.Evidence("inUse", used)
		if !used {
			p.Rank(checks.Low)
		}
	}
	if left < 0 {
		p.Failf("it expired on %s", until.UTC().Format(time.DateOnly))
		return
	}
	p.Failf("it expires in %d days", int(left.Hours()/24))
}
