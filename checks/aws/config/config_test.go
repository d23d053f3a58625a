package config

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/config"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// recorder records everything; edits change it.
func recorder(region string, edits ...func(*config.Recorder)) *config.Recorder {
	r := &config.Recorder{
		Resource: inventory.Resource{ID: "default", Region: region},
		Scope:    inventory.Of(config.RecordingScope{Strategy: config.AllSupported, GlobalIAM: true}),
		Role:     inventory.Of("arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"),
		Status:   inventory.Of(config.Status{Recording: true, Last: "Success"}),
	}
	for _, e := range edits {
		e(r)
	}
	return r
}

func stopped(r *config.Recorder) { r.Status = inventory.Of(config.Status{Last: "Success"}) }
func failing(r *config.Recorder) {
	r.Status = inventory.Of(config.Status{Recording: true, Last: "Failure", ErrorCode: "AccessDenied"})
}
func dark(r *config.Recorder) { r.Status = inventory.Missing[config.Status](checktest.Dark) }
func scope(s config.RecordingScope) func(*config.Recorder) {
	return func(r *config.Recorder) { r.Scope = inventory.Of(s) }
}

// have is an account of one region with recorders and, in their regions, channels.
func have(rs ...*config.Recorder) *inventory.Inventory {
	var cs []*config.DeliveryChannel
	for _, r := range rs {
		cs = append(cs, &config.DeliveryChannel{Resource: inventory.Resource{ID: "default", Region: r.Region}})
	}
	return inventory.Fixture(inventory.InRegions("us-east-1"), inventory.Rows(config.Recorders, rs...), inventory.Rows(config.DeliveryChannels, cs...))
}

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
)
