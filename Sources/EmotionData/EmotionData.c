// The files of Data/, byte for byte, so that an installed program is one file.
// A new file in Data/ needs two lines here; a test fails when they are missing.
#include "EmotionData.h"

static const unsigned char words_joy[] = {
#embed "../../Data/words/joy.json"
};
static const unsigned char words_pride[] = {
#embed "../../Data/words/pride.json"
};
static const unsigned char words_peace[] = {
#embed "../../Data/words/peace.json"
};
static const unsigned char words_love[] = {
#embed "../../Data/words/love.json"
};
static const unsigned char words_interest[] = {
#embed "../../Data/words/interest.json"
};
static const unsigned char words_sadness[] = {
#embed "../../Data/words/sadness.json"
};
static const unsigned char words_hurt[] = {
#embed "../../Data/words/hurt.json"
};
static const unsigned char words_shame[] = {
#embed "../../Data/words/shame.json"
};
static const unsigned char words_fear[] = {
#embed "../../Data/words/fear.json"
};
static const unsigned char words_anger[] = {
#embed "../../Data/words/anger.json"
};
static const unsigned char words_aversion[] = {
#embed "../../Data/words/aversion.json"
};
static const unsigned char words_strain[] = {
#embed "../../Data/words/strain.json"
};
static const unsigned char contrasts_joy[] = {
#embed "../../Data/contrasts/joy.json"
};
static const unsigned char contrasts_pride[] = {
#embed "../../Data/contrasts/pride.json"
};
static const unsigned char contrasts_peace[] = {
#embed "../../Data/contrasts/peace.json"
};
static const unsigned char contrasts_love[] = {
#embed "../../Data/contrasts/love.json"
};
static const unsigned char contrasts_interest[] = {
#embed "../../Data/contrasts/interest.json"
};
static const unsigned char contrasts_sadness[] = {
#embed "../../Data/contrasts/sadness.json"
};
static const unsigned char contrasts_hurt[] = {
#embed "../../Data/contrasts/hurt.json"
};
static const unsigned char contrasts_shame[] = {
#embed "../../Data/contrasts/shame.json"
};
static const unsigned char contrasts_fear[] = {
#embed "../../Data/contrasts/fear.json"
};
static const unsigned char contrasts_anger[] = {
#embed "../../Data/contrasts/anger.json"
};
static const unsigned char contrasts_aversion[] = {
#embed "../../Data/contrasts/aversion.json"
};
static const unsigned char contrasts_strain[] = {
#embed "../../Data/contrasts/strain.json"
};
static const unsigned char situations_joy[] = {
#embed "../../Data/situations/joy.json"
};
static const unsigned char situations_pride[] = {
#embed "../../Data/situations/pride.json"
};
static const unsigned char situations_peace[] = {
#embed "../../Data/situations/peace.json"
};
static const unsigned char situations_love[] = {
#embed "../../Data/situations/love.json"
};
static const unsigned char situations_interest[] = {
#embed "../../Data/situations/interest.json"
};
static const unsigned char situations_sadness[] = {
#embed "../../Data/situations/sadness.json"
};
static const unsigned char situations_hurt[] = {
#embed "../../Data/situations/hurt.json"
};
static const unsigned char situations_shame[] = {
#embed "../../Data/situations/shame.json"
};
static const unsigned char situations_fear[] = {
#embed "../../Data/situations/fear.json"
};
static const unsigned char situations_anger[] = {
#embed "../../Data/situations/anger.json"
};
static const unsigned char situations_aversion[] = {
#embed "../../Data/situations/aversion.json"
};
static const unsigned char situations_strain[] = {
#embed "../../Data/situations/strain.json"
};
static const unsigned char taxonomies_roberts[] = {
#embed "../../Data/taxonomies/roberts.json"
};
static const unsigned char taxonomies_willcox[] = {
#embed "../../Data/taxonomies/willcox.json"
};
static const unsigned char taxonomies_junto[] = {
#embed "../../Data/taxonomies/junto.json"
};
static const unsigned char taxonomies_shaver_parrott[] = {
#embed "../../Data/taxonomies/shaver-parrott.json"
};
static const unsigned char taxonomies_plutchik[] = {
#embed "../../Data/taxonomies/plutchik.json"
};
static const unsigned char taxonomies_ekman[] = {
#embed "../../Data/taxonomies/ekman.json"
};
static const unsigned char taxonomies_geneva[] = {
#embed "../../Data/taxonomies/geneva.json"
};
static const unsigned char taxonomies_plane_100[] = {
#embed "../../Data/taxonomies/plane-100.json"
};
static const unsigned char taxonomies_quadrants_144[] = {
#embed "../../Data/taxonomies/quadrants-144.json"
};
static const unsigned char taxonomies_cowen_keltner[] = {
#embed "../../Data/taxonomies/cowen-keltner.json"
};
static const unsigned char taxonomies_goemotions[] = {
#embed "../../Data/taxonomies/goemotions.json"
};
static const unsigned char taxonomies_earl[] = {
#embed "../../Data/taxonomies/earl.json"
};
static const unsigned char taxonomies_nvc[] = {
#embed "../../Data/taxonomies/nvc.json"
};
static const unsigned char taxonomies_occ[] = {
#embed "../../Data/taxonomies/occ.json"
};
static const unsigned char taxonomies_russell[] = {
#embed "../../Data/taxonomies/russell.json"
};
static const unsigned char taxonomies_vanmuijen[] = {
#embed "../../Data/taxonomies/vanmuijen.json"
};
static const unsigned char families[] = {
#embed "../../Data/families.json"
};
static const unsigned char teaching_order[] = {
#embed "../../Data/teaching-order.json"
};
static const unsigned char vague[] = {
#embed "../../Data/vague.json"
};
static const unsigned char body[] = {
#embed "../../Data/body.json"
};
static const unsigned char needs[] = {
#embed "../../Data/needs.json"
};
static const unsigned char stories[] = {
#embed "../../Data/stories.json"
};
static const unsigned char norms[] = {
#embed "../../Data/norms.json"
};
static const unsigned char support[] = {
#embed "../../Data/support.json"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}

static const emotion_data_file emotion_data_files[] = {
    FILE_OF("words/joy.json", words_joy),
    FILE_OF("words/pride.json", words_pride),
    FILE_OF("words/peace.json", words_peace),
    FILE_OF("words/love.json", words_love),
    FILE_OF("words/interest.json", words_interest),
    FILE_OF("words/sadness.json", words_sadness),
    FILE_OF("words/hurt.json", words_hurt),
    FILE_OF("words/shame.json", words_shame),
    FILE_OF("words/fear.json", words_fear),
    FILE_OF("words/anger.json", words_anger),
    FILE_OF("words/aversion.json", words_aversion),
    FILE_OF("words/strain.json", words_strain),
    FILE_OF("contrasts/joy.json", contrasts_joy),
    FILE_OF("contrasts/pride.json", contrasts_pride),
    FILE_OF("contrasts/peace.json", contrasts_peace),
    FILE_OF("contrasts/love.json", contrasts_love),
    FILE_OF("contrasts/interest.json", contrasts_interest),
    FILE_OF("contrasts/sadness.json", contrasts_sadness),
    FILE_OF("contrasts/hurt.json", contrasts_hurt),
    FILE_OF("contrasts/shame.json", contrasts_shame),
    FILE_OF("contrasts/fear.json", contrasts_fear),
    FILE_OF("contrasts/anger.json", contrasts_anger),
    FILE_OF("contrasts/aversion.json", contrasts_aversion),
    FILE_OF("contrasts/strain.json", contrasts_strain),
    FILE_OF("situations/joy.json", situations_joy),
    FILE_OF("situations/pride.json", situations_pride),
    FILE_OF("situations/peace.json", situations_peace),
    FILE_OF("situations/love.json", situations_love),
    FILE_OF("situations/interest.json", situations_interest),
    FILE_OF("situations/sadness.json", situations_sadness),
    FILE_OF("situations/hurt.json", situations_hurt),
    FILE_OF("situations/shame.json", situations_shame),
    FILE_OF("situations/fear.json", situations_fear),
    FILE_OF("situations/anger.json", situations_anger),
    FILE_OF("situations/aversion.json", situations_aversion),
    FILE_OF("situations/strain.json", situations_strain),
    FILE_OF("taxonomies/roberts.json", taxonomies_roberts),
    FILE_OF("taxonomies/willcox.json", taxonomies_willcox),
    FILE_OF("taxonomies/junto.json", taxonomies_junto),
    FILE_OF("taxonomies/shaver-parrott.json", taxonomies_shaver_parrott),
    FILE_OF("taxonomies/plutchik.json", taxonomies_plutchik),
    FILE_OF("taxonomies/ekman.json", taxonomies_ekman),
    FILE_OF("taxonomies/geneva.json", taxonomies_geneva),
    FILE_OF("taxonomies/plane-100.json", taxonomies_plane_100),
    FILE_OF("taxonomies/quadrants-144.json", taxonomies_quadrants_144),
    FILE_OF("taxonomies/cowen-keltner.json", taxonomies_cowen_keltner),
    FILE_OF("taxonomies/goemotions.json", taxonomies_goemotions),
    FILE_OF("taxonomies/earl.json", taxonomies_earl),
    FILE_OF("taxonomies/nvc.json", taxonomies_nvc),
    FILE_OF("taxonomies/occ.json", taxonomies_occ),
    FILE_OF("taxonomies/russell.json", taxonomies_russell),
    FILE_OF("taxonomies/vanmuijen.json", taxonomies_vanmuijen),
    FILE_OF("families.json", families),
    FILE_OF("teaching-order.json", teaching_order),
    FILE_OF("vague.json", vague),
    FILE_OF("body.json", body),
    FILE_OF("needs.json", needs),
    FILE_OF("stories.json", stories),
    FILE_OF("norms.json", norms),
    FILE_OF("support.json", support),
};

const size_t emotion_data_file_count = sizeof emotion_data_files / sizeof emotion_data_files[0];

const emotion_data_file *emotion_data_table(void) { return emotion_data_files; }
