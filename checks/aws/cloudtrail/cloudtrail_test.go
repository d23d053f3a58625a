package cloudtrail

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// What trails of the tests log.
var (
	everything = cloudtrail.Selectors{Basic: []cloudtrail.BasicSelector{{ReadWrite: "All", Management: true, Data: []cloudtrail.DataResource{
		{Type: "AWS::S3::Object", Values: []string{"arn:aws:s3"}}, {Type: "AWS::Lambda::Function", Values: []string{"arn:aws:lambda"}},
	}}}}
	usual = cloudtrail.Selectors{Basic: []cloudtrail.BasicSelector{{ReadWrite: "All", Management: true}}}
)

// good is a trail of every region with nothing amiss, changed by each of edits.
func good(name string, edits ...func(*cloudtrail.Trail)) *cloudtrail.Trail {
	t := &cloudtrail.Trail{
		Resource:       inventory.Resource{ID: name, Full: "arn:aws:cloudtrail:us-east-1:111122223333:trail/" + name},
		MultiRegion:    inventory.Of(true),
		FileValidation: inventory.Of(true),
		KMSKeyID:       inventory.Of("arn:aws:kms:us-east-1:111122223333:key/k"),
		Bucket:         inventory.Of("logs"),
		LogGroupARN:    inventory.Of("arn:aws:logs:us-east-1:111122223333:log-group:trail:*"),
		Insights:       inventory.Of(true),
		Status:         inventory.Of(cloudtrail.Status{Logging: true}),
		Selectors:      inventory.Of(everything),
	}
	for _, e := range edits {
		e(t)
	}
	return t
}

// The edits.
func stopped(t *cloudtrail.Trail)   { t.Status = inventory.Of(cloudtrail.Status{}) }
func oneRegion(t *cloudtrail.Trail) { t.MultiRegion = inventory.Of(false) }
func noData(t *cloudtrail.Trail)    { t.Selectors = inventory.Of(usual) }
func darkStatus(t *cloudtrail.Trail) {
	t.Status = inventory.Missing[cloudtrail.Status](checktest.Dark)
}
func darkSelectors(t *cloudtrail.Trail) {
	t.Selectors = inventory.Missing[cloudtrail.Selectors](checktest.Dark)
}

// organizations is a trail that the management account owns.
func organizations(t *cloudtrail.Trail) {
	t.Account, t.Full = "999988887777", "arn:aws:cloudtrail:us-east-1:999988887777:trail/"+t.ID
}

func trails(rows ...*cloudtrail.Trail) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(cloudtrail.Trails, rows...))
}

func unlisted(region string) *inventory.Inventory {
	return inventory.Fixture(inventory.Unlisted(cloudtrail.Trails, region, checktest.Dark))
}
