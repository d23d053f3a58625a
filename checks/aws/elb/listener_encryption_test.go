package elb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

func TestListenerEncryption(t *testing.T) {
	hidden := elb.Listener{Port: 80, Protocol: inventory.Missing[string](checktest.Dark), Certificate: inventory.Of("")}
	checktest.Run(t, ListenerEncryption, []checktest.Case{
		{Name: "TLS only", Have: listening(on("HTTPS", "c"), on("SSL", "c")), Want: []checks.Verdict{checks.Pass}},
		{Name: "one plain", Have: listening(on("HTTPS", "c"), on("HTTP", "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "one plain, one hidden", Have: listening(on("TCP", ""), hidden), Want: []checks.Verdict{checks.Fail}},
		{Name: "no listener", Have: listening(), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: listening(on("HTTPS", "c"), hidden), Want: []checks.Verdict{checks.Unknown}},
	})
}
