package acm

import (
	"strconv"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/acm"
	"demarc/providers/inventory"
)

var minRSABits = &checks.Param{Name: "minRSABits", Default: 2048, Unit: "bits", Source: "AWS Security Hub, ACM.2"}

// CertificateKey asks for RSA keys that cannot be factored.
var CertificateKey = &checks.Check{
	ID:       "aws-acm-certificate-rsa-key-length",
	Title:    "ACM certificates with RSA keys have at least 2048 bits",
	Why:      "Shorter RSA keys are within reach of well-equipped attackers, who can then pose as the site and read what was recorded.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Certificate Manager > Certificates > the certificate > Reimport certificate, with one that has a key of 2048 bits or more.",
		CLI:       "aws acm import-certificate --certificate-arn <certificate-arn> --certificate fileb://<certificate.pem> --private-key fileb://<key.pem>",
		Terraform: "resource \"aws_acm_certificate\" \"example\" {\n  domain_name       = \"www.example.com\"\n  key_algorithm     = \"RSA_2048\"\n  validation_method = \"DNS\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ACM.2"}},
	Aliases:  []string{"prowler:acm_certificates_with_secure_key_algorithms", "securityhub:ACM.2"},
	Link:     "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html",
	Params:   []*checks.Param{minRSABits},
	Needs:    []inventory.Source{acm.Certificates},
	Run: checks.Each(acm.Certificates, func(p *checks.Probe, c *acm.Certificate) {
		status, ok := c.Status.Get(p)
		if ok && status != "ISSUED" {
			p.Skipf("it serves no connection: its status is %s", status)
			return
		}
		algorithm, read := c.KeyAlgorithm.Get(p)
		if !ok || !read {
			return
		}
		length, rsa := strings.CutPrefix(algorithm, "RSA_")
		bits, err := strconv.Atoi(length)
		switch {
		case !rsa && strings.HasPrefix(algorithm, "EC_"):
		case !rsa || err != nil:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "ACM ListCertificates", Where: "the key algorithm " + algorithm + " is not known"})
		case bits < p.Int(minRSABits):
			p.Evidence("keyAlgorithm", algorithm)
			p.Failf("the RSA key has %d bits", bits)
		}
	}),
}
