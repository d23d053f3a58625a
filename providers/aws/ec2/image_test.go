package ec2

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestImages(t *testing.T) {
	images := []types.Image{
		{ImageId: new("ami-a"), Name: new("web-2026"), State: "available", Public: new(true)},
		{ImageId: new("ami-b"), State: "available"},
	}
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *ec2.DescribeImagesInput) (*ec2.DescribeImagesOutput, error) {
		if c.Region != "us-east-1" {
			return &ec2.DescribeImagesOutput{}, nil
		}
		page, next := awsfake.Page(images, in.NextToken, 1)
		return &ec2.DescribeImagesOutput{Images: page, NextToken: next}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, Images), Images)
	if len(rows) != 2 || rows[0].Name != "web-2026" || rows[0].Full != "arn:aws:ec2:us-east-1::image/ami-a" {
		t.Fatalf("rows %+v", rows)
	}
	if !awstest.Value(t, rows[0].Public) {
		t.Error("the public image was not seen")
	}
	if _, hidden := rows[1].Public.Gap(); !hidden {
		t.Error("the answer did not say whether the image is public")
	}
}
