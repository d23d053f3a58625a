package ssm

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// Who a document is shared with is told twice; either way counts.
func TestSharedWithToldOnce(t *testing.T) {
	for name, tc := range map[string]struct {
		out  ssm.DescribeDocumentPermissionOutput
		want int
		err  bool
	}{
		"nobody":     {ssm.DescribeDocumentPermissionOutput{}, 0, false},
		"both":       {ssm.DescribeDocumentPermissionOutput{AccountIds: []string{"all"}, AccountSharingInfoList: []types.AccountSharingInfo{{AccountId: new("all")}}}, 1, false},
		"the second": {ssm.DescribeDocumentPermissionOutput{AccountSharingInfoList: []types.AccountSharingInfo{{AccountId: new("all")}}}, 1, false},
		"somebody":   {ssm.DescribeDocumentPermissionOutput{AccountSharingInfoList: []types.AccountSharingInfo{{}}}, 0, true},
	} {
		var e awsfake.Estate
		awsfake.On(&e, func(awsfake.Call, *ssm.DescribeDocumentPermissionInput) (*ssm.DescribeDocumentPermissionOutput, error) {
			return &tc.out, nil
		})
		all, err := DocumentSharedWith.Fetch(t.Context(), awstest.Target(&e, awstest.Account).Scopes[1], &Document{})
		if len(all) != tc.want || (err != nil) != tc.err {
			t.Errorf("%s: %v, %v", name, all, err)
		}
	}
}
