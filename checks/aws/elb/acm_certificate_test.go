package elb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

func TestACMCertificate(t *testing.T) {
	acm := on("HTTPS", "arn:aws:acm:us-east-1:111122223333:certificate/1")
	iam := on("SSL", "arn:aws:iam::111122223333:server-certificate/old")
	hidden := on("HTTPS", "")
	hidden.Certificate = inventory.Missing[string](checktest.Dark)
	checktest.Run(t, ACMCertificate, []checktest.Case{
		{Name: "ACM", Have: listening(acm, on("HTTP", "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "one of IAM", Have: listening(acm, iam), Want: []checks.Verdict{checks.Fail}},
		{Name: "one of IAM, one hidden", Have: listening(iam, hidden), Want: []checks.Verdict{checks.Fail}},
		{Name: "a certificate that was deleted", Have: listening(on("HTTPS", "Invalid-Certificate")), Want: []checks.Verdict{checks.Fail}},
		{Name: "no TLS", Have: listening(on("TCP", "")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: listening(hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "listeners hidden", Have: balancer(&elb.LoadBalancer{Listeners: inventory.Missing[[]elb.Listener](checktest.Dark)}), Want: []checks.Verdict{checks.Unknown}},
	})
}
