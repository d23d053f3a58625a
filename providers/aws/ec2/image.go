package ec2

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Image is an AMI that the account owns.
type Image struct {
	inventory.Resource
	State  inventory.Known[string] // available, pending, deregistered, invalid, …
	Public inventory.Known[bool]   // everyone may launch it
}

const describeImages = "EC2 DescribeImages"

// Images lists the account's own images. Deprecated ones are in the answer to
// their owner; disabled ones, which nobody can launch, are not.
var Images = &inventory.Type[Image]{
	Kind:    "aws.ec2.Image",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"ec2:DescribeImages"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Image, error] {
		pages := aws.Pages(ctx, client(s).DescribeImages, &ec2.DescribeImagesInput{Owners: []string{"self"}, MaxResults: new(int32(1000))},
			func(out *ec2.DescribeImagesOutput) *string { return out.NextToken },
			func(in *ec2.DescribeImagesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeImagesOutput) (rows []*Image) {
			for _, i := range out.Images {
				rows = append(rows, &Image{
					Resource: aws.Tagged(aws.Named(owned(s, "image", *i.ImageId, i.OwnerId), aws.Deref(i.Name)), i.Tags, tag),
					State:    word(i.State, inventory.Unanswered[string](describeImages, "State")),
					Public:   inventory.FromPtr(i.Public, inventory.Unanswered[bool](describeImages, "Public")),
				})
			}
			return rows
		})
	},
}
